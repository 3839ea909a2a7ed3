package dev.mlestate.simulated.diff;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Unknown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Flags from a table: which lists are sets, and which optional values the provider fills in, so
 * that leaving them out changes nothing; and from another one the values that hold where none is
 * given.
 */
public final class SchemaFlags implements InputFlags {
  private final Set<String> sets = new HashSet<>();
  private final Set<String> computed = new HashSet<>();
  private final Map<String, String> defaults = new HashMap<>();

  /**
   * Reads the tables.
   *
   * @param table type, property, and "set", "computed" or both
   * @param values type, property, and the value that holds where none is given
   */
  public SchemaFlags(Class<?> beside, String table, String values) {
    for (List<String> row : DatedTable.rows(beside, values, 3)) {
      defaults.put(key(row.get(0), row.get(1)), row.get(2));
    }
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
    return new Sameness() {
      @Override
      public boolean isSet(String place) {
        return sets.contains(key(token, place));
      }

      @Override
      public boolean fillsIn(String place) {
        return computed.contains(key(token, place));
      }

      @Override
      public boolean same(String place, PropertyValue before, PropertyValue after) {
        return (before instanceof Null && isDefault(token, place, after))
            || (after instanceof Null && isDefault(token, place, before));
      }

      @Override
      public boolean silent(String place, PropertyValue value, boolean coming) {
        return coming ? isDefault(token, place, value) : computed.contains(key(token, place));
      }
    };
  }

  private boolean isDefault(String token, String place, PropertyValue value) {
    return !(value instanceof Unknown)
        && defaults.containsKey(key(token, place))
        && PropertyText.of(value).equals(defaults.get(key(token, place)));
  }

  @Override
  public boolean isComputed(String token, String place) {
    return computed.contains(key(token, place));
  }
}
