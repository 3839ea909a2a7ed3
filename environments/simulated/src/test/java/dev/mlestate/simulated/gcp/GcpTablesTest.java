package dev.mlestate.simulated.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.simulated.table.DatedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables written by hand are about types and properties that there are. */
class GcpTablesTest {
  /** A provider that knows everything that the tables tell of. */
  private static final Schema SCHEMA = GcpProfile.instance().schema("99.0.0");

  /** Types that later versions brought and of which no property is specified: nothing uses them. */
  private static final Set<String> UNSPECIFIED =
      Set.of(
          "gcp:cloudquota/sQuotaPreference:SQuotaPreference",
          "gcp:parallelstore/instance:Instance",
          "gcp:tpu/v2QueuedResource:V2QueuedResource",
          "gcp:compute/futureReservation:FutureReservation",
          "gcp:workbench/instance:Instance");

  /** Properties that later versions brought and that are not specified. */
  private static final Set<String> LATER = Set.of("replication.auto");

  private static Optional<ObjectDeclaration> inputs(String token) {
    return SCHEMA.resource(token).map(ResourceDeclaration::inputs);
  }

  private static boolean declares(ObjectDeclaration inputs, String path) {
    ObjectDeclaration at = inputs;
    for (String step : List.of(path.replace("[]", "").split("\\.", -1))) {
      PropertyDeclaration member = at.members().get(step);
      if (member == null) {
        return false;
      }
      ValueType type =
          member.type() instanceof ValueType.ListOf list ? list.element() : member.type();
      at =
          type instanceof ValueType.Nested nested
              ? SCHEMA.object(nested.name()).orElseThrow()
              : ObjectDeclaration.of(Map.of());
    }
    return true;
  }

  private static List<String> wrong(String table, int columns, int property, String prefix) {
    List<String> wrong = new ArrayList<>();
    for (List<String> row : DatedTable.rows(GcpProfile.class, table, columns)) {
      String token = prefix + row.get(0);
      boolean later = LATER.stream().anyMatch(row.get(property)::startsWith);
      if (!UNSPECIFIED.contains(token)
          && !later
          && inputs(token)
              .filter(
                  declared ->
                      row.get(property).equals(".") || declares(declared, row.get(property)))
              .isEmpty()) {
        wrong.add(token + " " + row.get(property));
      }
    }
    return wrong;
  }

  @Test
  void rulesNameDeclaredInputs() {
    assertThat(wrong("value-rules.tsv", 4, 1, "")).isEmpty();
    assertThat(wrong("keys.tsv", 3, 1, "")).isEmpty();
    assertThat(wrong("protection.tsv", 3, 1, "")).isEmpty();
    assertThat(wrong("replace-decided.tsv", 3, 1, "")).isEmpty();
    assertThat(wrong("references.tsv", 5, 1, "gcp:")).isEmpty();
  }

  @Test
  void referencesAndDuplicatesNameDeclaredTypes() {
    TreeSet<String> types = new TreeSet<>();
    DatedTable.rows(GcpProfile.class, "references.tsv", 5)
        .forEach(row -> types.add("gcp:" + row.get(2)));
    DatedTable.rows(GcpProfile.class, "duplicates.tsv", 2)
        .forEach(row -> types.add("gcp:" + row.get(0)));
    types.removeAll(SCHEMA.tokens());
    assertThat(types).isEmpty();
  }

  @Test
  void outputsAreDeclared() {
    List<String> wrong = new ArrayList<>();
    for (List<String> row : DatedTable.rows(GcpProfile.class, "outputs.tsv", 3)) {
      if (UNSPECIFIED.contains(row.get(0))) {
        continue;
      }
      String property = row.get(1).split("\\.", -1)[0];
      if (SCHEMA
          .resource(row.get(0))
          .filter(
              declared ->
                  property.equals("id") || declared.outputs().members().containsKey(property))
          .isEmpty()) {
        wrong.add(row.get(0) + " " + row.get(1));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void modulesOfServicesExist() {
    TreeSet<String> modules = new TreeSet<>();
    SCHEMA.tokens().stream()
        .filter(token -> token.startsWith("gcp:"))
        .forEach(token -> modules.add(token.split("[:/]", -1)[1]));
    modules.addAll(Set.of("parallelstore", "workbench"));
    assertThat(DatedTable.rows(GcpProfile.class, "services.tsv", 3).stream().map(row -> row.get(0)))
        .isSubsetOf(modules);
  }

  /** The provider's facts are about what the SDK declares, so that no rule goes by unseen. */
  @Test
  void valuesAreOfDeclaredTypes() {
    List<String> unknown =
        new GcpValues()
            .tokens().stream()
                .filter(token -> SCHEMA.resource(token).isEmpty())
                .filter(token -> !UNSPECIFIED.contains(token))
                .toList();
    assertThat(unknown).isEmpty();
  }
}
