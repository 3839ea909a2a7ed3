package dev.mlestate.simulated.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.SchemaFile;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.simulated.table.DatedTable;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tables written by hand are about types and properties that there are. */
class ReferenceTablesTest {
  private static final Schema SCHEMA = SchemaFile.aws();

  @Test
  void referencesNameDeclaredProperties() {
    assertThat(
            DatedTable.rows(AwsProfile.class, "references.tsv", 5).stream()
                .filter(
                    row ->
                        SCHEMA.resource("aws:" + row.get(2)).isEmpty()
                            || SCHEMA
                                .resource("aws:" + row.get(0))
                                .filter(type -> declares(type.inputs(), row.get(1)))
                                .isEmpty())
                .map(row -> row.get(0) + " " + row.get(1)))
        .isEmpty();
  }

  @Test
  void duplicatesNameDeclaredTypes() {
    assertThat(
            DatedTable.rows(AwsProfile.class, "duplicates.tsv", 2).stream()
                .map(row -> "aws:" + row.get(0))
                .filter(token -> SCHEMA.resource(token).isEmpty()))
        .isEmpty();
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
              : new ObjectDeclaration(new TreeMap<>());
    }
    return true;
  }
}
