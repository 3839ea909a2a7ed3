package dev.mlestate.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.problem.Nearest;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads texts, numbers, truth values and words. */
final class Scalars {
  private static final Pattern NUMBER_WITH_UNIT =
      Pattern.compile("\\s*([-+]?[0-9]+(?:[.][0-9]+)?)\\s*([A-Za-z%$€/ ]*)\\s*");
  private static final int SHOWN = 60;

  private final Reported reported;

  Scalars(Reported reported) {
    this.reported = reported;
  }

  /** Empty if the value cannot be used, which is then reported. */
  Optional<Object> value(Class<?> type, Key key, JsonNode node, String path) {
    if (type == String.class) {
      return text(key, node, path).map(text -> text);
    }
    if (type == boolean.class || type == Boolean.class) {
      if (node.isBoolean()) {
        return Optional.of(node.booleanValue());
      }
      reported.broken(path, show(node) + " is neither true nor false", "write true or false");
      return Optional.empty();
    }
    return type.isEnum() ? word(type, node, path) : number(type, key, node, path);
  }

  static Object placeholder(Class<?> type) {
    if (type == String.class) {
      return "";
    }
    if (type == boolean.class || type == Boolean.class) {
      return false;
    }
    if (type == int.class || type == Integer.class) {
      return 0;
    }
    if (type == double.class || type == Double.class) {
      return 0.0;
    }
    return Words.of(type).values().iterator().next();
  }

  /** The value as a message shows it. */
  static String show(JsonNode node) {
    if (node.isObject()) {
      return "a mapping";
    }
    if (node.isArray()) {
      return "a list";
    }
    String text = node.asText();
    String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return node.isTextual() ? "\"" + cut.replace("\n", "\\n") + "\"" : cut;
  }

  private Optional<String> text(Key key, JsonNode node, String path) {
    if (!node.isTextual()) {
      reported.broken(
          path,
          show(node) + " is not text",
          node.isValueNode()
              ? "put it in quotes: \"" + node.asText() + "\""
              : "write " + key.format().noun());
      return Optional.empty();
    }
    String text = node.textValue();
    if (text.length() > key.longest()) {
      reported.broken(
          path,
          show(node) + " has " + text.length() + " characters",
          "use at most " + key.longest() + ", so that the names made from it fit");
      return Optional.empty();
    }
    if (!key.format().matches(text)) {
      reported.broken(path, show(node) + " is not " + key.format().noun(), key.format().remedy());
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private Optional<Object> word(Class<?> type, JsonNode node, String path) {
    Map<String, Object> words = Words.of(type);
    Object constant = node.isTextual() ? words.get(node.textValue()) : null;
    if (constant != null) {
      return Optional.of(constant);
    }
    String options = String.join(", ", words.keySet());
    if (node.isTextual() && Vocabulary.isWord(type, node.textValue())) {
      reported.broken(path, node.textValue() + " is in no version yet", "use one of " + options);
    } else {
      reported.broken(
          path,
          show(node) + " is not one of " + options,
          node.isTextual()
              ? Nearest.remedy(node.textValue(), words.keySet())
              : "use one of these words");
    }
    return Optional.empty();
  }

  private Optional<Object> number(Class<?> type, Key key, JsonNode node, String path) {
    boolean whole = type == int.class || type == Integer.class;
    String wanted =
        (whole ? "a whole number" : "a number") + (key.unit().isEmpty() ? "" : " of " + key.unit());
    if (!node.isNumber() || (whole && !node.canConvertToExactIntegral())) {
      reported.broken(path, show(node) + " is not " + wanted, numberRemedy(key, node, whole));
      return Optional.empty();
    }
    double value = node.doubleValue();
    if (value < key.min() || value > key.max()) {
      String least = shortest(key.min());
      String most = shortest(key.max());
      reported.broken(
          path,
          plain(node) + " is out of range",
          "use " + wanted + " from " + least + " to " + most);
      return Optional.empty();
    }
    return Optional.of(whole ? (Object) node.intValue() : (Object) value);
  }

  /** Names the unit; only a number that is already in it is repeated. */
  private static String numberRemedy(Key key, JsonNode node, boolean whole) {
    if (node.isTextual()) {
      Matcher matcher = NUMBER_WITH_UNIT.matcher(node.textValue());
      if (matcher.matches() && (!whole || matcher.group(1).indexOf('.') < 0)) {
        String number = matcher.group(1);
        if (matcher.group(2).isBlank()) {
          return "write it without quotes: " + number;
        }
        if (!key.unit().isEmpty() && sameUnit(key.unit(), matcher.group(2))) {
          return "write the number alone, in " + key.unit() + ": " + number;
        }
      }
    }
    return key.unit().isEmpty()
        ? "write a number alone"
        : "write the number alone, in " + key.unit();
  }

  private static boolean sameUnit(String unit, String written) {
    return singular(unit).equals(singular(written));
  }

  private static String singular(String unit) {
    String lower = unit.strip().toLowerCase(Locale.ROOT);
    return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String plain(JsonNode node) {
    return node.isIntegralNumber() ? node.asText() : shortest(node.doubleValue());
  }

  static String shortest(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "any" : "none";
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
