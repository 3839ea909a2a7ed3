package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.check.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that look random but belong to one resource for good: they come from the account, the
 * resource's type and URN, and how often it was made before.
 */
final class GeneratedValues {
  private static final Pattern DIGITS =
      Pattern.compile("(hex|HEX|base|number)([0-9]+)(?::([a-z]+))?");
  private static final String BASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final String origin;

  GeneratedValues(String account, String type, String urn, int generation) {
    this.origin = String.join("\n", account, type, urn, Integer.toString(generation));
  }

  /** The value of a place such as {@code hex17:acl}; empty if the place is of no such kind. */
  Optional<String> value(String place) {
    if (place.equals("uuid")) {
      return Optional.of(Digests.uuid(origin, "uuid"));
    }
    if (place.equals("publicIp")) {
      // 203.0.113.0/24 and 198.51.100.0/24 are for documentation (RFC 5737).
      int number = Integer.parseInt(Digests.hex(3, origin, "ip"), 16);
      return Optional.of(
          (number % 2 == 0 ? "203.0.113." : "198.51.100.") + (1 + (number / 2) % 254));
    }
    if (place.equals("certificate")) {
      String body = Digests.hex(64, origin, "certificate");
      return Optional.of(
          Base64.getEncoder()
              .encodeToString(
                  ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                      .getBytes(StandardCharsets.UTF_8)));
    }
    Matcher matcher = DIGITS.matcher(place);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int digits = Integer.parseInt(matcher.group(2));
    String label = matcher.group(3) == null ? "" : matcher.group(3);
    return Optional.of(
        switch (matcher.group(1)) {
          case "HEX" -> Digests.hex(digits, origin, label).toUpperCase(Locale.ROOT);
          case "base" -> mapped(digits, label, BASE);
          case "number" -> number(digits, label);
          default -> Digests.hex(digits, origin, label);
        });
  }

  /** A number, whose first digit is therefore not 0. */
  private String number(int digits, String label) {
    String number = mapped(digits, label, "0123456789");
    return number.startsWith("0") ? "1" + number.substring(1) : number;
  }

  private String mapped(int digits, String label, String alphabet) {
    String hex = Digests.hex(64, origin, label);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      int two = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
      text.append(alphabet.charAt(two % alphabet.length()));
    }
    return text.toString();
  }
}
