package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What labels may be: 64 at the most, keys and values of 63 characters of lower-case letters,
 * digits, hyphens and underscores; keys begin with a letter (Resource Manager documentation,
 * "Labels overview: Requirements for labels"; general knowledge, not read; 2026-11-24). Letters of
 * other alphabets, which Google allows, are accepted too.
 */
final class GcpLabels {
  private static final List<String> PROPERTIES = List.of("labels", "resourceLabels", "userLabels");
  private static final Pattern KEY =
      Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}");
  private static final Pattern VALUE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}");
  private static final int MOST = 64;

  private GcpLabels() {}

  static List<CheckFailure> check(String token, Obj inputs) {
    List<CheckFailure> failures = new ArrayList<>();
    // The labels of a notification channel are its settings, such as email_address.
    if (token.startsWith("gcp:monitoring/")) {
      return failures;
    }
    for (String property : PROPERTIES) {
      PropertyValue given =
          PropertyValues.unwrap(inputs.members().getOrDefault(property, PropertyValues.NULL));
      if (given instanceof Obj labels) {
        if (labels.members().size() > MOST) {
          failures.add(
              new CheckFailure(
                  property,
                  "%d labels; a resource has at most %d".formatted(labels.members().size(), MOST)));
        }
        labels
            .members()
            .forEach((key, value) -> check(property, key, PropertyValues.unwrap(value), failures));
      }
    }
    return failures;
  }

  private static void check(
      String property, String key, PropertyValue value, List<CheckFailure> failures) {
    String path = property + "." + key;
    if (!KEY.matcher(key).matches()) {
      failures.add(
          new CheckFailure(
              path,
              "\"%s\" is no label's key: lower-case letters, digits, '-' and '_', a letter first, at most 63"
                  .formatted(key)));
    }
    if (!(value instanceof Unknown) && !VALUE.matcher(PropertyText.of(value)).matches()) {
      failures.add(
          new CheckFailure(
              path,
              "\"%s\" is no label's value: lower-case letters, digits, '-' and '_', at most 63"
                  .formatted(PropertyText.of(value))));
    }
  }
}
