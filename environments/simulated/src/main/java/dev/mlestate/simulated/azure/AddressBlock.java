package dev.mlestate.simulated.azure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses.
 *
 * @param first the network's address
 * @param last the last address in it
 */
record AddressBlock(String text, long first, long last) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  /** The block; empty if the text is none, such as one of IPv6. */
  static Optional<AddressBlock> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      address = (address << 8) | Integer.parseInt(matcher.group(i));
    }
    int prefix = Integer.parseInt(matcher.group(5));
    long size = 1L << (32 - Math.min(prefix, 32));
    long first = address - address % size;
    return Optional.of(new AddressBlock(text, first, first + size - 1));
  }

  long size() {
    return last - first + 1;
  }

  boolean overlaps(AddressBlock other) {
    return first <= other.last && other.first <= last;
  }

  boolean contains(AddressBlock other) {
    return first <= other.first && other.last <= last;
  }
}
