package dev.mlestate.simulated.fault;

import java.time.Duration;

/** What goes wrong. */
public sealed interface Trouble {
  /** Too many requests: the same one succeeds later. */
  record Throttling() implements Trouble {}

  /** The account may not have more of it until somebody raises its quota. */
  record QuotaExceeded() implements Trouble {}

  /**
   * The cloud has no machines. A request matches when its machine type, its option and each zone
   * that it names do.
   *
   * @param option {@code on-demand}, {@code spot}, {@code reservation} or {@code queued}
   */
  record NoCapacity(Glob machine, Glob zone, Glob option) implements Trouble {}

  /** A read that does not see yet what is there. */
  record Lag() implements Trouble {}

  /** A creation that takes its time. */
  record SlowCreation(Duration duration) implements Trouble {}

  /** No answer in time; nothing was done. */
  record Timeout() implements Trouble {}

  /** The caller may not do this. */
  record Denied() implements Trouble {}

  /** The cloud made the resource, durably, and then answers with an error. */
  record ErrorAfterCreation() implements Trouble {}
}
