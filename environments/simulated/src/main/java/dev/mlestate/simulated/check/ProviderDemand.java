package dev.mlestate.simulated.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bridged provider's schema demands of a property.
 *
 * @param property its place, such as {@code rules[].port}
 * @param kind enum, regex, range, length, format, minItems, maxItems; or of several properties, by
 *     their paths from the resource on: conflicts, exactlyOneOf, atLeastOneOf, requiredWith
 * @param value what is demanded; several values are joined by {@code |}
 */
public record ProviderDemand(String property, String kind, String value) {
  private static final Set<String> OF_SEVERAL =
      Set.of("conflicts", "exactlyOneOf", "atLeastOneOf", "requiredWith");
  private static final Pattern IAM_MEMBER =
      Pattern.compile(
          "allUsers|allAuthenticatedUsers|(deleted:)?(user|serviceAccount|group|domain|principal|principalSet|projectOwner|projectEditor|projectViewer|iam\\.[^:]+):.+");

  boolean ofSeveral() {
    return OF_SEVERAL.contains(kind);
  }

  List<String> values() {
    return List.of(value.split("\\|", -1));
  }

  /** The rule of one property; empty where the validator's words tell of no rule that we know. */
  Optional<ValueRule> rule() {
    return switch (kind) {
      case "enum" -> Optional.of(ValueRule.oneOf(values()));
      case "regex" -> Optional.of(found(Pattern.compile(value)));
      case "range" -> Optional.of(ValueRule.of("range", value));
      case "length" -> Optional.of(ValueRule.of("length", value));
      case "minItems" -> Optional.of(ValueRule.of("items", value + ".."));
      case "maxItems" -> Optional.of(ValueRule.of("items", ".." + value));
      case "format" -> format(value);
      default -> Optional.empty();
    };
  }

  private static Optional<ValueRule> format(String words) {
    if (words.contains("IAM members must have")) {
      return Optional.of(ValueRule.of("pattern", IAM_MEMBER.pattern()));
    } else if (words.contains("invalid JSON") || words.contains("unmarshal policy data")) {
      return Optional.of(ValueRule.of("json", ""));
    } else if (words.contains("expected it to be a duration")) {
      return Optional.of(ValueRule.of("pattern", "([0-9.]+(ns|us|ms|s|m|h))+"));
    } else if (words.contains("\"2006-01-02T15:04:05Z07:00\"")) {
      return Optional.of(ValueRule.of("pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-].*)"));
    } else if (words.contains("CIDR")) {
      return Optional.of(ValueRule.of("pattern", "[0-9a-fA-F.:]+/[0-9]{1,3}"));
    } else if (words.contains("could not parse it to IP address")) {
      return Optional.of(ValueRule.of("pattern", "[0-9a-fA-F.:]+"));
    } else if (words.contains("rotation period")) {
      return Optional.of(ValueRule.of("pattern", "[0-9]+(\\.[0-9]+)?s"));
    }
    return Optional.empty();
  }

  /** A regular expression of Go, which only needs to be found somewhere. */
  private static ValueRule found(Pattern pattern) {
    return value -> {
      String text = PropertyText.of(value);
      Matcher matcher = pattern.matcher(text);
      return matcher.find()
          ? Optional.empty()
          : Optional.of("\"%s\" does not match %s".formatted(text, pattern));
    };
  }
}
