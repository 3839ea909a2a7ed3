package dev.mlestate.azure.storage;

/**
 * Keeps every blob version from being changed or deleted; logs may still be appended to.
 *
 * @param days since a version was made
 * @param locked whether nobody at all can shorten or lift it; else an owner of the account can
 */
public record Immutability(int days, boolean locked) {
  /** ARM type AccountImmutabilityPolicyProperties, read 2026-11-24. */
  private static final int LONGEST = 146_000;

  public Immutability {
    if (days < 1 || days > LONGEST) {
      throw new IllegalArgumentException(
          "a blob is immutable for 1 to " + LONGEST + " days, not " + days);
    }
  }
}
