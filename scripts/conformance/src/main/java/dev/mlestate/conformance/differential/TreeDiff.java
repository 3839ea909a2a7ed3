package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where two trees differ. */
final class TreeDiff {
  private TreeDiff() {}

  /** A line for each place: its path, what was expected there and what was seen. */
  static List<String> between(JsonNode expected, JsonNode seen) {
    List<String> lines = new ArrayList<>();
    compare("", expected, seen, lines);
    return lines;
  }

  private static void compare(String path, JsonNode expected, JsonNode seen, List<String> lines) {
    if (expected.isObject() && seen.isObject()) {
      TreeSet<String> keys = new TreeSet<>();
      expected.fieldNames().forEachRemaining(keys::add);
      seen.fieldNames().forEachRemaining(keys::add);
      keys.forEach(key -> compare(path + "/" + key, expected.path(key), seen.path(key), lines));
    } else if (expected.isNumber() && seen.isNumber()) {
      if (Double.compare(expected.asDouble(), seen.asDouble()) != 0) {
        lines.add(line(path, expected, seen));
      }
    } else if (!expected.equals(seen)) {
      lines.add(line(path, expected, seen));
    }
  }

  private static String line(String path, JsonNode expected, JsonNode seen) {
    return path + ": expected " + text(expected) + ", seen " + text(seen);
  }

  private static String text(JsonNode node) {
    return node instanceof MissingNode ? "nothing" : node.toString();
  }
}
