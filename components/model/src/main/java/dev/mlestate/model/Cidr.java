package dev.mlestate.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses.
 *
 * @param address the first address, as a number
 * @param prefix how many bits are fixed, 0 to 32
 */
public record Cidr(long address, int prefix) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
  private static final int BITS = 32;

  /** RFC 1918 (1996), and RFC 6598 (2012) for what carriers share. */
  private static final List<Cidr> PRIVATE =
      List.of(
          new Cidr(10L << 24, 8),
          new Cidr((172L << 24) | (16L << 16), 12),
          new Cidr((192L << 24) | (168L << 16), 16),
          new Cidr((100L << 24) | (64L << 16), 10));

  public Cidr {
    if (prefix < 0 || prefix > BITS) {
      throw new IllegalArgumentException("a prefix is 0 to 32, not " + prefix);
    }
    if (address < 0 || address >= 1L << BITS || address % (1L << (BITS - prefix)) != 0) {
      throw new IllegalArgumentException("no block of /" + prefix + " begins at " + address);
    }
  }

  /**
   * Reads 10.40.0.0/16; empty for anything else, also when the address is not the block's first.
   */
  public static Optional<Cidr> parse(String text) {
    return around(text).filter(c -> c.toString().equals(text));
  }

  /** The block that an address such as 10.40.1.7/16 lies in. */
  public static Optional<Cidr> around(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      String digits = matcher.group(i);
      int octet = Integer.parseInt(digits);
      // Some readers take a leading zero for octal.
      if (octet > 255 || (digits.length() > 1 && digits.startsWith("0"))) {
        return Optional.empty();
      }
      address = address * 256 + octet;
    }
    int prefix = Integer.parseInt(matcher.group(5));
    if (prefix > BITS) {
      return Optional.empty();
    }
    long size = 1L << (BITS - prefix);
    return Optional.of(new Cidr(address - address % size, prefix));
  }

  /** How many addresses it has. */
  public long size() {
    return 1L << (BITS - prefix);
  }

  /** The {@code index}-th block of a longer prefix in this one, counted from 0. */
  public Cidr block(int longerPrefix, long index) {
    if (longerPrefix < prefix || longerPrefix > BITS || index < 0) {
      throw new IllegalArgumentException(this + " has no block " + index + " of /" + longerPrefix);
    }
    long size = 1L << (BITS - longerPrefix);
    if (index >= size() / size) {
      throw new IllegalArgumentException(this + " has no block " + index + " of /" + longerPrefix);
    }
    return new Cidr(address + index * size, longerPrefix);
  }

  /** Whether every address of the other is in this one. */
  public boolean contains(Cidr other) {
    return other.address >= address && other.address + other.size() <= address + size();
  }

  /** Whether an address is in both. */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /** Whether all its addresses are private. */
  public boolean isPrivate() {
    return PRIVATE.stream().anyMatch(range -> range.contains(this));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d.%d.%d.%d/%d",
        address >> 24 & 255,
        address >> 16 & 255,
        address >> 8 & 255,
        address & 255,
        prefix);
  }
}
