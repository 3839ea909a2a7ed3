package dev.mlestate.simulated.provider;

import java.time.Duration;

/**
 * The resource that a request is about.
 *
 * @param timeout how long the caller lets the operation take; zero: as long as it takes
 */
public record ResourceRequest(String urn, Duration timeout) {
  private static final int MILLISECONDS = 1000;

  public ResourceRequest(String urn) {
    this(urn, Duration.ZERO);
  }

  /** A request with a timeout in seconds, as Pulumi's protocol has it. */
  public static ResourceRequest within(String urn, double seconds) {
    return new ResourceRequest(urn, Duration.ofMillis(Math.round(seconds * MILLISECONDS)));
  }

  /** The type token: what stands after the last dollar sign of the URN's type. */
  public String type() {
    String[] parts = urn.split("::", -1);
    return parts.length < 4 ? "" : parts[2].substring(parts[2].lastIndexOf('$') + 1);
  }

  /** The logical name. */
  public String name() {
    int start = -2;
    for (int i = 0; i < 3; i++) {
      start = urn.indexOf("::", start + 2);
      if (start < 0) {
        return urn;
      }
    }
    return urn.substring(start + 2);
  }
}
