package dev.mlestate.simulated.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.simulated.table.DatedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tables are about types and properties that there are. */
class AzureTablesTest {
  private static final Schema SCHEMA = AzureSchema.of("2.999.0");

  private static List<List<String>> rows(String table, int columns) {
    return DatedTable.rows(AzureProfile.class, table, columns);
  }

  private static Optional<ResourceDeclaration> declared(String token) {
    return SCHEMA.resource(token);
  }

  @Test
  void everyTypeHasAPathOfItsInputs() {
    List<String> wrong = new ArrayList<>();
    for (List<String> row : rows("ids.tsv", 2)) {
      ResourceDeclaration type = declared(row.get(0)).orElseThrow();
      for (String name : ResourcePaths.parameters(row.get(0))) {
        if (!type.inputs().members().containsKey(name)) {
          wrong.add(row.get(0) + " " + name);
        }
      }
    }
    // Those that the provider answers by itself, and not with a resource of Azure.
    assertThat(wrong).hasSizeLessThan(40).noneMatch(each -> each.contains(":network:"));
  }

  @Test
  void referencesNameDeclaredProperties() {
    assertThat(
            rows("references.tsv", 5).stream()
                .filter(
                    row ->
                        declared("azure-native:" + row.get(2)).isEmpty()
                            || declared("azure-native:" + row.get(0))
                                .filter(type -> declares(type.inputs(), row.get(1)))
                                .isEmpty())
                .map(row -> row.get(0) + " " + row.get(1)))
        .isEmpty();
  }

  @Test
  void valueRulesAndDecisionsNameDeclaredProperties() {
    List<String> wrong = new ArrayList<>();
    for (List<String> row : rows("value-rules.tsv", 4)) {
      if (!row.get(1).equals(".")
          && declared(row.get(0)).filter(type -> declares(type.inputs(), row.get(1))).isEmpty()) {
        wrong.add(row.get(0) + " " + row.get(1));
      }
    }
    for (List<String> row : rows("replace-decided.tsv", 4)) {
      if (declared(row.get(0)).filter(type -> declares(type.inputs(), row.get(1))).isEmpty()) {
        wrong.add(row.get(0) + " " + row.get(1));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void decisionsAreOnlyAboutWhatTheTableLeavesOpen() {
    List<String> open =
        rows("replace.tsv", 4).stream()
            .filter(row -> row.get(2).equals("depends"))
            .map(row -> row.get(0) + " " + row.get(1))
            .toList();
    assertThat(rows("replace-decided.tsv", 4).stream().map(row -> row.get(0) + " " + row.get(1)))
        .allMatch(
            decided ->
                open.contains(decided)
                    || open.stream().anyMatch(each -> (decided + "{}").equals(each)));
  }

  @Test
  void outputsAreDeclared() {
    assertThat(
            rows("outputs.tsv", 3).stream()
                .filter(
                    row ->
                        declared(row.get(0))
                            .filter(
                                type ->
                                    type.outputs()
                                        .members()
                                        .containsKey(row.get(1).split("\\.", 2)[0]))
                            .isEmpty())
                .map(row -> row.get(0) + " " + row.get(1)))
        .isEmpty();
  }

  @Test
  void variantsNameTheSdksClasses() {
    assertThat(
            rows("variants.tsv", 5).stream()
                .filter(row -> SCHEMA.object(row.get(4)).isEmpty())
                .map(row -> row.get(4)))
        .isEmpty();
  }

  /** Whether a place is declared; what nothing is declared of may hold anything. */
  private static boolean declares(ObjectDeclaration inputs, String path) {
    ObjectDeclaration at = inputs;
    List<String> steps = List.of(path.replace("[]", "").replace("{}", "").split("\\.", -1));
    for (int i = 0; i < steps.size(); i++) {
      PropertyDeclaration member = at.members().get(steps.get(i));
      if (member == null) {
        return false;
      }
      ValueType type = element(member.type());
      if (i == steps.size() - 1) {
        return true;
      }
      if (type instanceof ValueType.Anything || type instanceof ValueType.Either) {
        return true;
      }
      if (!(type instanceof ValueType.Nested nested)) {
        return false;
      }
      at = SCHEMA.object(nested.name()).orElseThrow();
    }
    return true;
  }

  private static ValueType element(ValueType type) {
    if (type instanceof ValueType.ListOf list) {
      return element(list.element());
    }
    return type instanceof ValueType.MapOf map ? element(map.value()) : type;
  }
}
