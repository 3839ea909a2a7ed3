package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.check.TypeChecker;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects whose members depend on one of them (variants.tsv), such as kinds of a compute. */
final class AzureVariants {
  /** The classes of a place by the telling member's value. */
  private record Place(String property, String member, Map<String, String> classes) {}

  private static final Map<String, Map<String, Place>> PLACES = new HashMap<>();

  static {
    for (List<String> row : DatedTable.rows(AzureVariants.class, "variants.tsv", 5)) {
      PLACES
          .computeIfAbsent(row.get(0), absent -> new LinkedHashMap<>())
          .computeIfAbsent(
              row.get(1), property -> new Place(property, row.get(2), new LinkedHashMap<>()))
          .classes()
          .put(row.get(3), row.get(4));
    }
  }

  private AzureVariants() {}

  static List<CheckFailure> check(Schema schema, String token, Obj inputs) {
    List<CheckFailure> failures = new ArrayList<>();
    for (Place place : PLACES.getOrDefault(token, Map.of()).values()) {
      String path = place.property();
      // Places within lists and maps are rare and judged by their value rules alone.
      if (!path.contains("[") && !path.contains("{")) {
        Inputs.object(inputs, path).ifPresent(object -> judge(schema, place, object, failures));
      }
    }
    return failures;
  }

  private static void judge(Schema schema, Place place, Obj object, List<CheckFailure> failures) {
    PropertyValue told =
        PropertyValues.unwrap(object.members().getOrDefault(place.member(), PropertyValues.NULL));
    if (told instanceof Unknown) {
      return;
    }
    String value = PropertyText.of(told);
    String name = place.classes().get(value);
    if (name == null) {
      failures.add(
          new CheckFailure(
              place.property() + "." + place.member(),
              value.isEmpty()
                  ? "missing required property; it is one of " + place.classes().keySet()
                  : "\"%s\" is not one of %s".formatted(value, place.classes().keySet())));
      return;
    }
    schema
        .object(name)
        .ifPresent(
            declared ->
                new TypeChecker(schema)
                    .check(declared, object)
                    .forEach(
                        failure ->
                            failures.add(
                                new CheckFailure(
                                    place.property() + "." + failure.property(),
                                    failure.reason()))));
  }
}
