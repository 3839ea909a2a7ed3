package dev.mlestate.simulated.diff;

import dev.mlestate.simulated.table.DatedTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the AWS provider's schema says beyond the SDK's classes (aws-schema.tsv): which lists are
 * sets, and which optional values the provider fills in, so that leaving them out changes nothing.
 */
public final class AwsSets {
  private static final AwsSets INSTANCE = new AwsSets();

  private final Set<String> sets = new HashSet<>();
  private final Set<String> computed = new HashSet<>();

  private AwsSets() {
    for (List<String> row : DatedTable.rows(AwsSets.class, "aws-schema.tsv", 3)) {
      String key = key(row.get(0), row.get(1));
      if (row.get(2).contains("set")) {
        sets.add(key);
      }
      if (row.get(2).contains("computed")) {
        computed.add(key);
      }
    }
  }

  public static AwsSets table() {
    return INSTANCE;
  }

  private static String key(String token, String property) {
    return token + "\t" + property;
  }

  /** Whether the order of the list does not matter; the place is in the table's form. */
  public boolean isSet(String token, String place) {
    return sets.contains(key(token, place));
  }

  /** Whether the provider keeps the value when it is left out. */
  public boolean isComputed(String token, String place) {
    return computed.contains(key(token, place));
  }
}
