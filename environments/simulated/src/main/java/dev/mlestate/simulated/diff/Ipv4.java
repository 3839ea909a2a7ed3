package dev.mlestate.simulated.diff;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of IPv4 addresses, as far as a comparison needs them. */
final class Ipv4 {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  private Ipv4() {}

  /** Whether a block holds all of another; false if either is none. */
  static boolean holds(String outer, String inner) {
    Optional<long[]> wide = parse(outer);
    Optional<long[]> narrow = parse(inner);
    return wide.isPresent()
        && narrow.isPresent()
        && wide.get()[1] <= narrow.get()[1]
        && wide.get()[0] >> (32 - wide.get()[1]) == narrow.get()[0] >> (32 - wide.get()[1]);
  }

  private static Optional<long[]> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      address = (address << 8) | Long.parseLong(matcher.group(i));
    }
    return Optional.of(new long[] {address, Long.parseLong(matcher.group(5))});
  }
}
