package dev.mlestate.conformance.replacement;

import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other values for places: those that other resources of the type have there, those that the
 * providers list, and spellings made from the value itself.
 */
final class OtherValues {
  private static final Pattern BLOCK = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)\\.(\\d+)/(\\d+)");
  private static final Pattern LAST_DIGIT = Pattern.compile("(.*)(\\d)(\\D*)", Pattern.DOTALL);

  private final Map<String, Set<PropertyValue>> seen = new HashMap<>();
  private final Map<String, SortedMap<String, PropertyValue>> members = new HashMap<>();
  private final Map<String, List<PropertyValue>> listed = new HashMap<>();

  /** Nothing but what the providers list. */
  OtherValues() {
    for (List<String> row : FactTable.rows(FactTable.SIMULATED + "gcp/values.tsv", 4)) {
      if (row.get(2).equals("enum")) {
        list(row.get(0), row.get(1), row.get(3).split("\\|", -1));
      }
    }
    for (String cloud : List.of("aws", "azure")) {
      for (List<String> row : FactTable.rows(FactTable.SIMULATED + cloud + "/value-rules.tsv", 4)) {
        if (row.get(2).equals("oneOf")) {
          list(row.get(0), row.get(1), row.get(3).split(",", -1));
        }
      }
    }
  }

  private void list(String token, String place, String[] values) {
    listed.put(
        FactTable.key(token, place), List.of(values).stream().map(PropertyValues::of).toList());
  }

  /** Remembers what a resource has. */
  void remember(String token, Obj inputs) {
    remember(token, "", inputs);
  }

  private void remember(String token, String place, PropertyValue wrapped) {
    PropertyValue value = PropertyValues.unwrap(wrapped);
    if (value instanceof Obj object) {
      object
          .members()
          .forEach(
              (name, member) -> {
                if (!name.startsWith("__")) {
                  members
                      .computeIfAbsent(FactTable.key(token, place), absent -> new TreeMap<>())
                      .putIfAbsent(name, member);
                  remember(token, place.isEmpty() ? name : place + "." + name, member);
                }
              });
    } else if (value instanceof Array array) {
      array.elements().forEach(element -> remember(token, place + "[]", element));
    } else {
      seen.computeIfAbsent(FactTable.key(token, place), absent -> new LinkedHashSet<>())
          .add(wrapped);
    }
  }

  /** What other resources of the type have in an object at that place. */
  SortedMap<String, PropertyValue> members(String token, String place) {
    return members.getOrDefault(FactTable.key(token, place), new TreeMap<>());
  }

  /**
   * Other values for a place, the likeliest to be accepted first.
   *
   * @param most how many of those that other resources have
   */
  List<PropertyValue> of(String token, String place, PropertyValue wrapped, int most) {
    PropertyValue value = PropertyValues.unwrap(wrapped);
    Set<PropertyValue> others = new LinkedHashSet<>();
    seen.getOrDefault(FactTable.key(token, place), Set.of()).stream()
        .filter(other -> !PropertyValues.unwrap(other).equals(value))
        .limit(most)
        .forEach(others::add);
    others.addAll(made(value));
    for (String at : new LinkedHashSet<>(List.of(place, place.replaceFirst("\\[]$", "")))) {
      listed.getOrDefault(FactTable.key(token, at), List.of()).stream()
          .filter(other -> value instanceof Str && !other.equals(value))
          .forEach(others::add);
    }
    return List.copyOf(others);
  }

  /** Whether the provider lists a value for a place. */
  boolean isListed(String token, String place, PropertyValue value) {
    return List.of(place, place.replaceFirst("\\[]$", "")).stream()
        .anyMatch(at -> listed.getOrDefault(FactTable.key(token, at), List.of()).contains(value));
  }

  private static List<PropertyValue> made(PropertyValue value) {
    if (value instanceof Bool bool) {
      return List.of(PropertyValues.of(!bool.value()));
    }
    if (value instanceof Num number) {
      return List.of(
          PropertyValues.of(number.value() + 1),
          PropertyValues.of(number.value() * 2),
          PropertyValues.of(number.value() - 1));
    }
    return value instanceof Str text ? texts(text.value()) : List.of();
  }

  /** Texts of the same form. */
  private static List<PropertyValue> texts(String text) {
    List<String> made = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    Matcher digit = LAST_DIGIT.matcher(text);
    if (block.matches()) {
      int second = Integer.parseInt(block.group(2));
      int third = Integer.parseInt(block.group(3));
      made.add(block(block, second, third == 0 ? 128 : 0));
      made.add(block(block, (second + 1) % 256, third));
    } else if (text.equals("true") || text.equals("false")) {
      made.add(text.equals("true") ? "false" : "true");
    } else if (digit.matches()) {
      int other = (Integer.parseInt(digit.group(2)) + 1) % 10;
      made.add(digit.group(1) + (other == 0 ? 1 : other) + digit.group(3));
    } else if (text.endsWith("}") || text.endsWith("]")) {
      made.add(text.replaceFirst("([A-Za-z])\"", "$1x\""));
    }
    made.add(text + "x");
    made.add(text + "-x");
    return made.stream().filter(other -> !other.equals(text)).map(PropertyValues::of).toList();
  }

  private static String block(Matcher block, int second, int third) {
    return block.group(1)
        + "."
        + second
        + "."
        + third
        + "."
        + block.group(4)
        + "/"
        + block.group(5);
  }
}
