package dev.mlestate.model;

import java.util.List;
import java.util.Optional;

/**
 * An IPv4 block.
 *
 * @param first its first address, as an unsigned number
 * @param prefix 0 to 32
 */
record Cidr(long first, int prefix) {
  /** RFC 1918 (1996), and RFC 6598 (2012) for what carriers share. */
  private static final List<Cidr> PRIVATE =
      List.of(
          new Cidr(10L << 24, 8),
          new Cidr((172L << 24) | (16L << 16), 12),
          new Cidr((192L << 24) | (168L << 16), 16),
          new Cidr((100L << 24) | (64L << 16), 10));

  /**
   * Reads {@code 10.40.0.0/16}; empty if a number is too large or bits are set after the prefix.
   */
  static Optional<Cidr> parse(String text) {
    Optional<Cidr> block = parseLoosely(text);
    return block.filter(b -> b.equals(b.network()));
  }

  /** The same, whatever the bits after the prefix are. */
  static Optional<Cidr> parseLoosely(String text) {
    if (!Format.CIDR.matches(text)) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    long address = 0;
    for (String part : text.substring(0, slash).split("\\.", -1)) {
      int octet = Integer.parseInt(part);
      if (octet > 255 || (part.length() > 1 && part.startsWith("0"))) {
        return Optional.empty();
      }
      address = address << 8 | octet;
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return prefix > 32 ? Optional.empty() : Optional.of(new Cidr(address, prefix));
  }

  /** The number of addresses. */
  long size() {
    return 1L << (32 - prefix);
  }

  /** Whether the two have an address in common. */
  boolean overlaps(Cidr other) {
    return first < other.first + other.size() && other.first < first + size();
  }

  /** Whether it holds every address of the other. */
  boolean contains(Cidr other) {
    return first <= other.first && other.first + other.size() <= first + size();
  }

  /** Whether all its addresses are private. */
  boolean isPrivate() {
    return PRIVATE.stream().anyMatch(range -> range.contains(this));
  }

  Cidr network() {
    return new Cidr(first / size() * size(), prefix);
  }

  @Override
  public String toString() {
    return (first >> 24)
        + "."
        + (first >> 16 & 255)
        + "."
        + (first >> 8 & 255)
        + "."
        + (first & 255)
        + "/"
        + prefix;
  }
}
