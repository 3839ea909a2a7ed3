package dev.mlestate.simulated.check;

import dev.mlestate.wire.PropertyValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of IPv4 addresses in CIDR notation. */
final class Cidr {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  private Cidr() {}

  /** What is wrong with a block: its form, or bits that are set behind its prefix. */
  static Optional<String> problem(PropertyValue value) {
    String text = PropertyText.of(value);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(5)) > 32) {
      return Optional.of("\"%s\" is not a valid IPv4 CIDR block".formatted(text));
    }
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      int octet = Integer.parseInt(matcher.group(i));
      if (octet > 255) {
        return Optional.of("\"%s\" is not a valid IPv4 CIDR block".formatted(text));
      }
      address = (address << 8) | octet;
    }
    int prefix = Integer.parseInt(matcher.group(5));
    long network = prefix == 0 ? 0 : address & (0xffffffffL << (32 - prefix)) & 0xffffffffL;
    return network == address
        ? Optional.empty()
        : Optional.of(
            "\"%s\" is not a network's address; did you mean \"%d.%d.%d.%d/%d\"?"
                .formatted(
                    text,
                    network >> 24,
                    (network >> 16) & 255,
                    (network >> 8) & 255,
                    network & 255,
                    prefix));
  }
}
