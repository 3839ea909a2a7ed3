package dev.mlestate.gcp.storage;

import java.time.Duration;

/**
 * How long nobody deletes or changes an object.
 *
 * @param days since the object was written
 * @param permanent whether nobody at all can lift or shorten it, not even the project's owner; else
 *     whoever may update the bucket can
 */
public record BucketLock(int days, boolean permanent) {
  /**
   * What the provider takes: seconds in 31 bits (google-beta provider 5.0.0,
   * storage_bucket.retention_policy.retention_period, asked 2026-11-23).
   */
  public static final int MOST_DAYS = (int) Duration.ofSeconds(Integer.MAX_VALUE).toDays();

  public BucketLock {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "a bucket is locked for 1 to " + MOST_DAYS + " days, not " + days);
    }
  }

  int seconds() {
    return (int) Duration.ofDays(days).toSeconds();
  }
}
