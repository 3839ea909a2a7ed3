package dev.mlestate.simulated.diff;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which changes of a resource need a new one, by a table of what the provider does, and where that
 * depends on the values, by the branches that were decided.
 */
public final class Replacements {
  /** What a row says of the places below its own. */
  public enum Reach {
    /** Nothing: each has a row of its own. */
    PLACE,
    /** A change of anything below it replaces, too, if the row says always. */
    BELOW
  }

  private static final String ALWAYS = "always";
  private static final String COUNT = "count";
  private static final String UPDATE = "update";
  private static final String DEPENDS = "depends";

  private final Reach reach;
  private final Map<String, String> rows = new HashMap<>();
  private final Map<String, List<String>> decided = new HashMap<>();

  private Replacements(Reach reach) {
    this.reach = reach;
  }

  /**
   * Reads the tables.
   *
   * @param table type, property, always (every change), count (only its coming and going) or
   *     depends; what has no row is updated in place
   * @param branches type, property, and which changes replace where it depends
   */
  public static Replacements of(Class<?> beside, String table, String branches, Reach reach) {
    Replacements replacements = new Replacements(reach);
    for (List<String> row : DatedTable.rows(beside, table, 4)) {
      replacements.rows.put(key(row.get(0), row.get(1)), row.get(2));
    }
    for (List<String> row : DatedTable.rows(beside, branches, 4)) {
      replacements.decided.put(key(row.get(0), row.get(1)), List.of(row.get(2).split(",", -1)));
    }
    return replacements;
  }

  private static String key(String token, String property) {
    return token + "\t" + property;
  }

  /** The same with further rows, which end or change those for the same places. */
  public Replacements with(List<List<String>> further) {
    Replacements replacements = new Replacements(reach);
    replacements.rows.putAll(rows);
    replacements.decided.putAll(decided);
    for (List<String> row : further) {
      replacements.rows.put(key(row.get(0), row.get(1)), row.get(2));
    }
    return replacements;
  }

  /** Whether the change replaces the resource. */
  public boolean replaces(String token, PropertyChange change, Obj before, Obj after) {
    return change.tablePaths().stream()
        .anyMatch(
            place ->
                switch (rows.getOrDefault(key(token, place), "")) {
                  case ALWAYS, COUNT -> true;
                  case UPDATE -> false;
                  default ->
                      taken(token, place, change, before, after)
                          || (reach == Reach.BELOW && below(token, place));
                });
  }

  private boolean taken(String token, String place, PropertyChange change, Obj before, Obj after) {
    return decided.getOrDefault(key(token, place), List.of()).stream()
        .anyMatch(branch -> taken(branch, change, before, after));
  }

  /** Whether the nearest row above a place is about what is below it, and says always. */
  private boolean below(String token, String place) {
    if (rows.containsKey(key(token, place))) {
      return false;
    }
    String container = place;
    while (!container.isEmpty()) {
      container =
          container.endsWith("[]")
              ? container.substring(0, container.length() - 2)
              : container.substring(0, Math.max(0, container.lastIndexOf('.')));
      String row = rows.getOrDefault(key(token, container), "");
      if (row.equals(ALWAYS)) {
        return true;
      } else if (row.equals(UPDATE) || row.equals(DEPENDS)) {
        return false;
      }
    }
    return false;
  }

  private static boolean taken(String branch, PropertyChange change, Obj before, Obj after) {
    if (branch.equals(change.kind().name().toLowerCase(Locale.ROOT))) {
      return true;
    }
    PropertyPath path = PropertyPath.parse(change.path());
    var old = PropertyValues.unwrap(path.get(before).orElse(PropertyValues.NULL));
    var fresh = PropertyValues.unwrap(path.get(after).orElse(PropertyValues.NULL));
    if (branch.equals("down")) {
      return old instanceof Num from && fresh instanceof Num to && to.value() < from.value();
    }
    if (branch.equals("narrower")) {
      return !Ipv4.holds(PropertyText.of(fresh), PropertyText.of(old));
    }
    if (branch.equals("columns")) {
      return JsonText.losesColumn(PropertyText.of(old), PropertyText.of(fresh));
    }
    String[] values = branch.split(">", 2);
    return values.length == 2
        && PropertyText.of(old).equals(values[0])
        && PropertyText.of(fresh).equals(values[1]);
  }
}
