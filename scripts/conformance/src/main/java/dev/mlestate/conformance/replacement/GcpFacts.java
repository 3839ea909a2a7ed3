package dev.mlestate.conformance.replacement;

import static dev.mlestate.conformance.replacement.FactTable.key;

import dev.mlestate.conformance.replacement.Expectation.Answer;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Unknown;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the Google provider does: the schema of google-beta 5.0.0 (replace.tsv, values.tsv) and of
 * its later versions (replace-newer.tsv), written 2026-11-23.
 */
final class GcpFacts implements Facts {
  /** What pulumi/gcp 7.0.0 is; the tables of newer versions begin after it. */
  private static final String OLDEST = "7.0.0";

  private record Newer(String replace, String plugin) {}

  private final Map<String, String> rows = new HashMap<>();
  private final Branches branches = Branches.of("gcp");
  private final Map<String, Newer> newer = new HashMap<>();
  private final Map<String, String> defaults = new HashMap<>();
  private final Map<String, String> compared = new HashMap<>();
  private final Set<String> sets = new HashSet<>();
  private final Set<String> computed = new HashSet<>();

  GcpFacts() {
    for (List<String> row : FactTable.rows(FactTable.SIMULATED + "gcp/replace.tsv", 3)) {
      rows.put(key(row.get(0), row.get(1)), row.get(2));
    }
    for (List<String> row : FactTable.rows(FactTable.SIMULATED + "gcp/replace-newer.tsv", 5)) {
      newer.put(key(row.get(0), row.get(1)), new Newer(row.get(2), row.get(4)));
    }
    for (List<String> row : FactTable.rows(FactTable.SIMULATED + "gcp/values.tsv", 4)) {
      String at = key(row.get(0), row.get(1));
      switch (row.get(2)) {
        case "default" -> defaults.put(at, row.get(3));
        case "set" -> sets.add(at);
        case "computed" -> computed.add(at);
        case "diffSuppress", "stateFunc" -> compared.put(at, row.get(3));
        default -> {
          // Limits of values say nothing of changes.
        }
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
                || sameAsNone(key(token, place), before, after);
          }
        };
    String version = plugin.isEmpty() ? OLDEST : plugin;
    return Touches.of(comparing, inputs, change.before(), change.after()).stream()
        .filter(touch -> !asByDefault(token, touch))
        .map(touch -> of(token, version, touch))
        .max(Comparator.naturalOrder())
        .orElse(Expectation.SAME);
  }

  /** Whether one of two values is left out and the other is what holds then. */
  private boolean sameAsNone(String at, PropertyValue before, PropertyValue after) {
    if (before instanceof Unknown || after instanceof Unknown) {
      return false;
    }
    boolean plain = !composed(before) && !composed(after);
    return plain && zero(at, before).equals(zero(at, after));
  }

  private static boolean composed(PropertyValue value) {
    return value instanceof PropertyValue.Obj || value instanceof PropertyValue.Array;
  }

  private String zero(String at, PropertyValue value) {
    String text = value instanceof Null ? defaults.getOrDefault(at, "") : Plain.text(value);
    return text.equals("false") || text.equals("0") ? "" : text;
  }

  /** A member of an object that comes and says what holds anyway. */
  private boolean asByDefault(String token, Touch touch) {
    String at = key(token, touch.place());
    return switch (touch.manner()) {
      case COMES_WITHIN, COMES_IN_ELEMENT ->
          !composed(touch.after())
              && !(touch.after() instanceof Unknown)
              && !zero(at, touch.after()).isEmpty()
              && zero(at, touch.after()).equals(defaults.getOrDefault(at, ""));
      case VALUE, COMES, GOES, MORE, FEWER, GOES_WITHIN, GOES_IN_ELEMENT -> false;
    };
  }

  private Expectation of(String token, String plugin, Touch touch) {
    String comparison = compared.getOrDefault(key(token, touch.place()), "");
    boolean open = !comparison.isEmpty() && !clearlyOther(comparison, touch);
    if (open) {
      return new Expectation(Answer.DEPENDS, touch.place() + " compares by " + comparison);
    }
    String container = touch.place();
    while (!container.isEmpty()) {
      String row = row(key(token, container), plugin);
      boolean counts =
          row.equals("count")
              && container.equals(touch.place())
              && touch.manner() != Touch.Manner.VALUE;
      if (row.equals("update")) {
        return new Expectation(Answer.UPDATE, container + ": update");
      } else if (row.equals("depends")) {
        return new Expectation(
            Answer.DEPENDS, container + ": depends" + branches.at(token, container));
      } else if (row.equals("always") || counts) {
        return new Expectation(Answer.REPLACE, container + ": " + row);
      }
      container = container.replaceFirst("(\\[]|\\.[^.\\[]*|^[^.\\[]*)$", "");
    }
    return new Expectation(Answer.UPDATE, touch.place() + ": no row");
  }

  /** The row that holds for a version of the provider. */
  private String row(String at, String plugin) {
    Newer since = newer.get(at);
    if (since != null && compare(plugin, since.plugin()) >= 0) {
      return since.replace();
    }
    String row = rows.get(at);
    // A property that came later has no other row.
    return row != null ? row : since != null ? since.replace() : "";
  }

  private static int compare(String one, String other) {
    String[] left = one.replaceFirst("^v", "").split("\\.", -1);
    String[] right = other.replaceFirst("^v", "").split("\\.", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Whether two values name different things, however the provider compares their spellings. */
  private static boolean clearlyOther(String comparison, Touch touch) {
    if (touch.after() instanceof Unknown) {
      // There is nothing to compare with yet.
      return true;
    }
    String before = Plain.text(touch.before());
    String after = Plain.text(touch.after());
    if (comparison.contains("EmptyOrDefault")) {
      return !before.isEmpty() && !after.isEmpty();
    }
    boolean names =
        comparison.contains("SelfLink")
            || comparison.contains("Case")
            || comparison.contains("ResourceName");
    return names && !last(before).equals(last(after));
  }

  private static String last(String link) {
    String text = link.replaceFirst("/$", "");
    return text.substring(text.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
