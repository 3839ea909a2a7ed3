package dev.mlestate.simulated.check;

import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules about values, from a dated table: type, property, kind of rule, its argument. */
public final class ValueRules {
  private record Rule(String property, ValueRule rule) {}

  private final Map<String, List<Rule>> rules = new HashMap<>();

  private ValueRules() {}

  /** The rules of a table beside a class. */
  public static ValueRules of(Class<?> beside, String table) {
    ValueRules rules = new ValueRules();
    for (List<String> row : DatedTable.rows(beside, table, 4)) {
      rules
          .rules
          .computeIfAbsent(row.get(0), absent -> new ArrayList<>())
          .add(new Rule(row.get(1), ValueRule.of(row.get(2), row.get(3))));
    }
    return rules;
  }

  /** Every value that breaks a rule; what is not known is not judged. */
  public List<CheckFailure> check(String token, Obj inputs) {
    List<CheckFailure> failures = new ArrayList<>();
    for (Rule rule : rules.getOrDefault(token, List.of())) {
      // A full stop is the resource itself.
      check("", rule.property().equals(".") ? "" : rule.property(), inputs, rule.rule(), failures);
    }
    return failures;
  }

  static void check(
      String path, String rest, PropertyValue value, ValueRule rule, List<CheckFailure> failures) {
    PropertyValue plain = PropertyValues.unwrap(value);
    if (plain instanceof Null || plain instanceof Unknown) {
      return;
    }
    if (rest.isEmpty()) {
      rule.problem(plain)
          .ifPresent(
              reason ->
                  failures.add(
                      new CheckFailure(
                          rule.member().map(member -> join(path, member)).orElse(path), reason)));
    } else if (rest.startsWith("[]")) {
      if (plain instanceof Array array) {
        String after = rest.substring(rest.startsWith("[].") ? 3 : 2);
        for (int i = 0; i < array.elements().size(); i++) {
          check(path + "[" + i + "]", after, array.elements().get(i), rule, failures);
        }
      }
    } else if (rest.startsWith("{}")) {
      if (plain instanceof Obj map) {
        String after = rest.substring(rest.startsWith("{}.") ? 3 : 2);
        map.members().forEach((key, each) -> check(join(path, key), after, each, rule, failures));
      }
    } else if (plain instanceof Obj object) {
      int end = 0;
      while (end < rest.length() && ".[{".indexOf(rest.charAt(end)) < 0) {
        end++;
      }
      String name = rest.substring(0, end);
      String after = rest.substring(end);
      PropertyValue member = object.members().getOrDefault(name, PropertyValues.NULL);
      check(
          join(path, name),
          after.startsWith(".") ? after.substring(1) : after,
          member,
          rule,
          failures);
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The number of a value; empty if it is none. */
  static Optional<Double> number(PropertyValue value) {
    if (value instanceof Num number) {
      return Optional.of(number.value());
    }
    try {
      return Optional.of(Double.valueOf(PropertyText.of(value)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
