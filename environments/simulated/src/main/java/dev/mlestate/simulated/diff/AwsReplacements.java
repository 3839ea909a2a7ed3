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
 * Which changes of an AWS resource need a new one: what the AWS provider 5.100.0 answered when it
 * was asked property by property (aws-replace.tsv), and where it depends on the values the branch
 * in aws-replace-decided.tsv.
 */
public final class AwsReplacements {
  private static final AwsReplacements INSTANCE = new AwsReplacements();

  private final Map<String, Boolean> always = new HashMap<>();
  private final Map<String, List<String>> decided = new HashMap<>();

  private AwsReplacements() {
    for (List<String> row : DatedTable.rows(AwsReplacements.class, "aws-replace.tsv", 3)) {
      always.put(key(row.get(0), row.get(1)), row.get(2).equals("always"));
    }
    for (List<String> row : DatedTable.rows(AwsReplacements.class, "aws-replace-decided.tsv", 3)) {
      decided.put(key(row.get(0), row.get(1)), List.of(row.get(2).split(",", -1)));
    }
  }

  public static AwsReplacements table() {
    return INSTANCE;
  }

  private static String key(String token, String property) {
    return token + "\t" + property;
  }

  /** Whether the change replaces the resource. */
  public boolean replaces(String token, PropertyChange change, Obj before, Obj after) {
    return change.tablePaths().stream()
        .anyMatch(
            place -> {
              String key = key(token, place);
              return always.getOrDefault(key, false)
                  || decided.getOrDefault(key, List.of()).stream()
                      .anyMatch(branch -> taken(branch, change, before, after));
            });
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
    String[] values = branch.split(">", 2);
    return values.length == 2
        && PropertyText.of(old).equals(values[0])
        && PropertyText.of(fresh).equals(values[1]);
  }
}
