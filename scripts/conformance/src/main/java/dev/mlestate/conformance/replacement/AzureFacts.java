package dev.mlestate.conformance.replacement;

import static dev.mlestate.conformance.replacement.FactTable.key;

import dev.mlestate.conformance.replacement.Expectation.Answer;
import dev.mlestate.wire.PropertyValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What Azure does: path parameters, places, mutability in the specifications of Azure Resource
 * Manager and, where these are silent, what azurerm replaces (replace.tsv, 2026-11-23). A row is
 * about its place and everything below it; an element of a list that comes or goes touches the rows
 * of the list alone.
 */
final class AzureFacts implements Facts {
  private static final Comparing COMPARING =
      new Comparing() {
        @Override
        public boolean isSet(String place) {
          // The provider reads identities as the keys of a map.
          return place.endsWith("userAssignedIdentities");
        }

        @Override
        public boolean keeps(String place) {
          return false;
        }

        @Override
        public boolean emptyIsNone() {
          return false;
        }

        @Override
        public boolean same(String place, PropertyValue before, PropertyValue after) {
          return place.equals("location") && place(before).equals(place(after));
        }

        private static String place(PropertyValue value) {
          return value instanceof PropertyValue.Str text
              ? text.value().replace(" ", "").toLowerCase(Locale.ROOT)
              : value.toString();
        }
      };

  private record Row(String replace, String source) {}

  private final Map<String, Row> rows = new HashMap<>();
  private final Branches branches = Branches.of("azure");
  private final Set<String> tokens = new HashSet<>();

  AzureFacts() {
    for (List<String> row : FactTable.rows(FactTable.SIMULATED + "azure/replace.tsv", 4)) {
      rows.put(key(row.get(0), row.get(1)), new Row(row.get(2), row.get(3)));
      tokens.add(row.get(0));
    }
  }

  @Override
  public boolean isSet(String token, String place) {
    return COMPARING.isSet(place);
  }

  @Override
  public Expectation of(String token, String plugin, Shape inputs, Change change) {
    // The rows hold for every version of the API.
    String family = token.replaceFirst("/v[0-9a-z]+:", ":");
    if (!tokens.contains(family)) {
      return new Expectation(Answer.UNPROBED, family + " is in no row");
    }
    return Touches.of(COMPARING, inputs, change.before(), change.after()).stream()
        .map(touch -> of(family, touch))
        .max(Comparator.naturalOrder())
        .orElse(Expectation.SAME);
  }

  private Expectation of(String token, Touch touch) {
    boolean inElement =
        touch.manner() == Touch.Manner.COMES_IN_ELEMENT
            || touch.manner() == Touch.Manner.GOES_IN_ELEMENT;
    String container = touch.place();
    Expectation strongest = new Expectation(Answer.UPDATE, touch.place() + ": no row");
    while (!container.isEmpty()) {
      boolean element = inElement && (container.contains("[]") || container.contains("{}"));
      Row row = element ? null : rows.get(key(token, container));
      if (row != null) {
        Answer answer = row.replace().equals("always") ? Answer.REPLACE : Answer.DEPENDS;
        String branch = answer == Answer.DEPENDS ? branches.at(token, container) : "";
        Expectation found =
            new Expectation(
                answer, container + ": " + row.replace() + " (" + row.source() + ")" + branch);
        strongest = found.compareTo(strongest) > 0 ? found : strongest;
      }
      container = container.replaceFirst("(\\[]|\\{}|\\.[^.\\[{]*|^[^.\\[{]*)$", "");
    }
    return strongest;
  }
}
