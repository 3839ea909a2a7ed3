package dev.mlestate.simulated.diff;

import dev.mlestate.simulated.table.DatedTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Flags from a table: which lists are sets, and which optional values the provider fills in, so
 * that leaving them out changes nothing.
 */
public final class SchemaFlags implements InputFlags {
  private final Set<String> sets = new HashSet<>();
  private final Set<String> computed = new HashSet<>();

  /** The flags of a table of type, property, and "set", "computed" or both. */
  public SchemaFlags(Class<?> beside, String table) {
    for (List<String> row : DatedTable.rows(beside, table, 3)) {
      String key = key(row.get(0), row.get(1));
      if (row.get(2).contains("set")) {
        sets.add(key);
      }
      if (row.get(2).contains("computed")) {
        computed.add(key);
      }
    }
  }

  private static String key(String token, String property) {
    return token + "\t" + property;
  }

  @Override
  public Sameness of(String token) {
    return place -> sets.contains(key(token, place));
  }

  @Override
  public boolean isComputed(String token, String place) {
    return computed.contains(key(token, place));
  }
}
