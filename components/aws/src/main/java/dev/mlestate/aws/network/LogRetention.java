package dev.mlestate.aws.network;

import java.util.Arrays;

/** How long CloudWatch keeps a log: only certain numbers of days are possible. */
public final class LogRetention {
  /** PutRetentionPolicy, CloudWatch Logs API Reference, read 2026-11-23. */
  private static final int[] DAYS = {
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3653
  };

  private LogRetention() {}

  /**
   * The shortest possible retention that is not shorter than wanted.
   *
   * @param days from 1 to 3653
   */
  public static int atLeast(int days) {
    return Arrays.stream(DAYS)
        .filter(possible -> possible >= days)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("logs are kept for 3653 days at the most: " + days));
  }
}
