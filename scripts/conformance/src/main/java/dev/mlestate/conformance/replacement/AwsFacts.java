package dev.mlestate.conformance.replacement;

import static dev.mlestate.conformance.replacement.FactTable.key;

import dev.mlestate.conformance.replacement.Expectation.Answer;
import dev.mlestate.wire.PropertyValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the AWS provider does: its answers, property by property (replace.tsv, aws-depends.tsv,
 * aws-unprobed.tsv; provider 5.100.0, asked on 2026-11-23), and what its schema says of sets and of
 * values that it fills in.
 */
final class AwsFacts implements Facts {
  private final Map<String, String> rows = new HashMap<>();
  private final Map<String, String> depends = new HashMap<>();
  private final Branches branches = Branches.of("aws");
  private final Map<String, String> unprobed = new HashMap<>();
  private final Set<String> sets = new HashSet<>();
  private final Set<String> computed = new HashSet<>();
  private final Map<String, String> defaults = new HashMap<>();

  AwsFacts() {
    for (List<String> row : FactTable.rows(FactTable.SIMULATED + "aws/replace.tsv", 3)) {
      rows.put(key(row.get(0), row.get(1)), row.get(2));
    }
    for (List<String> row : FactTable.rows("aws-depends.tsv", 3)) {
      depends.put(key(row.get(0), row.get(1)), row.get(2));
    }
    for (List<String> row : FactTable.rows("aws-unprobed.tsv", 3)) {
      unprobed.put(key(row.get(0), row.get(1)), row.get(2));
    }
    for (List<String> row : FactTable.rows(FactTable.SIMULATED + "aws/defaults.tsv", 3)) {
      defaults.put(key(row.get(0), row.get(1)), row.get(2));
    }
    for (List<String> row : FactTable.rows(FactTable.SIMULATED + "aws/schema.tsv", 3)) {
      List<String> flags = List.of(row.get(2).split(",", -1));
      if (flags.contains("set")) {
        sets.add(key(row.get(0), row.get(1)));
      }
      if (flags.contains("computed")) {
        computed.add(key(row.get(0), row.get(1)));
      }
    }
  }

  @Override
  public boolean isSet(String token, String place) {
    return sets.contains(key(token, place));
  }

  @Override
  public Expectation of(String token, String plugin, Shape inputs, Change change) {
    Comparing comparing =
        new Comparing() {
          @Override
          public boolean isSet(String place) {
            return sets.contains(key(token, place));
          }

          @Override
          public boolean keeps(String place) {
            return computed.contains(key(token, place));
          }

          @Override
          public boolean emptyIsNone() {
            return true;
          }

          @Override
          public boolean same(String place, PropertyValue before, PropertyValue after) {
            return Plain.sameDocument(before, after)
                || (before instanceof PropertyValue.Null && isDefault(token, place, after))
                || (after instanceof PropertyValue.Null && isDefault(token, place, before));
          }
        };
    return Touches.of(comparing, inputs, change.before(), change.after()).stream()
        .map(touch -> of(token, touch))
        .max(Comparator.naturalOrder())
        .orElse(Expectation.SAME);
  }

  private boolean isDefault(String token, String place, PropertyValue value) {
    String fallback = defaults.get(key(token, place));
    return fallback != null && fallback.equals(Plain.text(value));
  }

  private Expectation of(String token, Touch touch) {
    String at = key(token, touch.place());
    String row = rows.getOrDefault(at, "");
    if (row.equals("always")) {
      return new Expectation(Answer.REPLACE, touch.place() + ": always");
    }
    if (row.equals("depends")) {
      String seen = depends.getOrDefault(at, "");
      return new Expectation(
          Seen.of(seen).answer(events(touch)),
          touch.place() + " depends: " + seen + branches.at(token, touch.place()));
    }
    String unknown = unprobed.getOrDefault(at, unprobed.getOrDefault(key(token, "*"), ""));
    return unknown.isEmpty()
        ? new Expectation(Answer.UPDATE, touch.place() + ": no row")
        : new Expectation(Answer.UNPROBED, touch.place() + ": " + unknown);
  }

  /** The words that the facts have for what happens. */
  private static List<String> events(Touch touch) {
    return switch (touch.manner()) {
      case VALUE -> {
        String before = Plain.text(touch.before());
        String after = Plain.text(touch.after());
        if (touch.before() instanceof PropertyValue.Num from
            && touch.after() instanceof PropertyValue.Num to) {
          yield List.of(
              before + " to " + after, to.value() < from.value() ? "down" : "up", "A to B");
        }
        if (touch.before() instanceof PropertyValue.Array from
            && touch.after() instanceof PropertyValue.Array to) {
          int more = to.elements().size() - from.elements().size();
          yield List.of(more > 0 ? "element added" : more < 0 ? "element removed" : "A to B");
        }
        yield List.of(before + " to " + after, "A to B");
      }
      case COMES, COMES_WITHIN, COMES_IN_ELEMENT -> List.of("added", "filled");
      case GOES, GOES_WITHIN, GOES_IN_ELEMENT -> List.of("removed", "emptied");
      case MORE -> List.of("element added");
      case FEWER -> List.of("element removed");
    };
  }

  /**
   * What was seen of a property that depends.
   *
   * @param replaces the events that replaced
   * @param updates the events that were updates in place
   */
  record Seen(Set<String> replaces, Set<String> updates) {
    static Seen of(String words) {
      Set<String> replaces = new HashSet<>();
      Set<String> updates = new HashSet<>();
      for (String part : words.split(" \\| ", -1)) {
        Set<String> into = part.startsWith("replaces: ") ? replaces : updates;
        into.addAll(List.of(part.replaceFirst("^(replaces|updates): ", "").split("; ", -1)));
      }
      return new Seen(Set.copyOf(replaces), Set.copyOf(updates));
    }

    /**
     * The answer for an event, by the most exact name that was seen; it depends where an event had
     * conditions, was seen both ways or not at all.
     */
    Answer answer(List<String> events) {
      for (String event : events) {
        boolean conditional =
            replaces.stream().anyMatch(seen -> seen.startsWith(event + " ("))
                || replaces.stream().anyMatch(seen -> seen.startsWith(event + " because"));
        boolean replacing = replaces.contains(event);
        boolean updating =
            updates.stream().anyMatch(seen -> seen.equals(event) || seen.startsWith(event + " ("));
        if (replacing && !updating) {
          return Answer.REPLACE;
        }
        if (updating && !replacing && !conditional) {
          return Answer.UPDATE;
        }
        if (replacing || updating || conditional) {
          return Answer.DEPENDS;
        }
      }
      return Answer.DEPENDS;
    }
  }
}
