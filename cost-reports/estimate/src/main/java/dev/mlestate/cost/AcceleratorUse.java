package dev.mlestate.cost;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Accelerators that run in a month.
 *
 * @param name the cluster and its pool, such as train/h100, or the serving
 * @param kind what is counted: GPUs and their like, or chips of TPUs
 * @param hours accelerator hours a month; empty: not known
 * @param usdPerHour US dollars for an hour of one accelerator with its share of the machine; empty:
 *     no price
 */
public record AcceleratorUse(
    String name,
    String team,
    String machine,
    Kind kind,
    Optional<BigDecimal> hours,
    Optional<BigDecimal> usdPerHour) {
  /** What an hour is an hour of. */
  public enum Kind {
    GPU("GPU"),
    TPU("TPU chip");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** It for people. */
    public String words() {
      return words;
    }
  }
}
