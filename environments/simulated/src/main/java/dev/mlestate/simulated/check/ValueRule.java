package dev.mlestate.simulated.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a value must be like. */
interface ValueRule {
  /** What is wrong with a known value; empty if nothing is. */
  Optional<String> problem(PropertyValue value);

  /** The member that a problem of an object is about; empty: the value itself. */
  default Optional<String> member() {
    return Optional.empty();
  }

  /** The rule of a table's row. */
  static ValueRule of(String kind, String argument) {
    return switch (kind) {
      case "oneOf" -> oneOf(List.of(argument.split(",", -1)));
      case "pattern" -> pattern(Pattern.compile(argument));
      case "range" -> range(argument);
      case "length" -> length(argument);
      case "items" -> items(argument);
      case "cidr" -> Cidr::problem;
      case "json" -> ValueRule::jsonProblem;
      case "arn" -> ValueRule::arnProblem;
      case "conflicts", "exactlyOne", "atLeastOne", "needs" ->
          MemberRule.of(kind, List.of(argument.split(",", -1)));
      default -> throw new IllegalStateException("no kind of rule: " + kind);
    };
  }

  static ValueRule oneOf(List<String> values) {
    return value -> {
      String text = PropertyText.of(value);
      return values.contains(text)
          ? Optional.empty()
          : Optional.of(
              "\"%s\" is not one of %s%s"
                  .formatted(
                      text, String.join(", ", values), Suggestions.suggestion(text, values)));
    };
  }

  private static ValueRule pattern(Pattern pattern) {
    return value -> {
      String text = PropertyText.of(value);
      return pattern.matcher(text).matches()
          ? Optional.empty()
          : Optional.of("\"%s\" does not match %s".formatted(text, pattern));
    };
  }

  private static ValueRule range(String argument) {
    Bounds bounds = Bounds.of(argument);
    return value ->
        ValueRules.number(value).filter(bounds::hold).isPresent()
            ? Optional.empty()
            : Optional.of("%s is not %s".formatted(PropertyText.of(value), bounds));
  }

  private static ValueRule length(String argument) {
    Bounds bounds = Bounds.of(argument);
    return value -> {
      String text = PropertyText.of(value);
      return bounds.hold(text.length())
          ? Optional.empty()
          : Optional.of(
              "\"%s\" has %d characters; it must have %s".formatted(text, text.length(), bounds));
    };
  }

  private static ValueRule items(String argument) {
    Bounds bounds = Bounds.of(argument);
    return value ->
        !(value instanceof Array list) || bounds.hold(list.elements().size())
            ? Optional.empty()
            : Optional.of(
                "it has %d elements; it must have %s".formatted(list.elements().size(), bounds));
  }

  private static Optional<String> jsonProblem(PropertyValue value) {
    ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    String text = PropertyText.of(value);
    try {
      return text.isBlank() || json.readTree(text).isContainerNode()
          ? Optional.empty()
          : Optional.of("it is not a JSON document");
    } catch (JsonProcessingException e) {
      return Optional.of("it is not valid JSON: " + e.getOriginalMessage());
    }
  }

  private static Optional<String> arnProblem(PropertyValue value) {
    String text = PropertyText.of(value);
    return text.isEmpty()
            || text.toLowerCase(Locale.ROOT).matches("arn:aws[a-z-]*:[^:]+:[^:]*:[^:]*:.+")
        ? Optional.empty()
        : Optional.of("\"%s\" is not an ARN".formatted(text));
  }
}
