package dev.mlestate.aws.storage;

/**
 * How long nobody deletes or changes an object.
 *
 * @param mode who may lift it
 * @param days since the object was written
 */
public record ObjectLock(Mode mode, int days) {
  /** Who may lift a lock. */
  public enum Mode {
    /** Nobody, not even the account's root, before its end. */
    COMPLIANCE,
    /** Whoever has the permission s3:BypassGovernanceRetention. */
    GOVERNANCE
  }

  public ObjectLock {
    if (days < 1) {
      throw new IllegalArgumentException("a lock lasts at least a day, not " + days);
    }
  }
}
