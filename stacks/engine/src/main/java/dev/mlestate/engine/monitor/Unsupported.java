package dev.mlestate.engine.monitor;

import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.step.RunFailedException;

/** What only the Pulumi CLI can do is refused, never left out. */
final class Unsupported {
  private Unsupported() {}

  static RunFailedException feature(String feature) {
    return new RunFailedException(
        Failure.Kind.UNSUPPORTED,
        "",
        feature + " is not supported by the embedded engine; use the Pulumi CLI");
  }
}
