package dev.mlestate.simulated.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.wire.PropertyValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a value must be like. */
interface ValueRule {
  /** What is wrong with a known value; empty if nothing is. */
  Optional<String> problem(PropertyValue value);

  /** The rule of a table's row. */
  static ValueRule of(String kind, String argument) {
    return switch (kind) {
      case "oneOf" -> oneOf(List.of(argument.split(",", -1)));
      case "pattern" -> pattern(Pattern.compile(argument));
      case "range" -> range(argument);
      case "length" -> length(argument);
      case "cidr" -> Cidr::problem;
      case "json" -> ValueRule::jsonProblem;
      case "arn" -> ValueRule::arnProblem;
      default -> throw new IllegalStateException("no kind of rule: " + kind);
    };
  }

  private static ValueRule oneOf(List<String> values) {
    return value -> {
      String text = PropertyText.of(value);
      return values.contains(text)
          ? Optional.empty()
          : Optional.of(
              "\"%s\" is not one of %s%s"
                  .formatted(
                      text, String.join(", ", values), NearestName.suggestion(text, values)));
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
    String[] bounds = argument.split("\\.\\.", 2);
    return value -> {
      Optional<Double> number = ValueRules.number(value);
      boolean within =
          number.isPresent()
              && number.get() >= Double.parseDouble(bounds[0])
              && number.get() <= Double.parseDouble(bounds[1]);
      return within
          ? Optional.empty()
          : Optional.of(
              "%s is not from %s to %s".formatted(PropertyText.of(value), bounds[0], bounds[1]));
    };
  }

  private static ValueRule length(String argument) {
    String[] bounds = argument.split("\\.\\.", 2);
    return value -> {
      int length = PropertyText.of(value).length();
      return length >= Integer.parseInt(bounds[0]) && length <= Integer.parseInt(bounds[1])
          ? Optional.empty()
          : Optional.of(
              "\"%s\" has %d characters; it must have from %s to %s"
                  .formatted(PropertyText.of(value), length, bounds[0], bounds[1]));
    };
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
