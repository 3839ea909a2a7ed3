package dev.mlestate.model;

import java.util.List;
import java.util.Optional;

/**
 * What may be spent.
 *
 * @param monthlyUsd US dollars
 * @param alertPercents at least two
 * @param anomalyUsd US dollars above the expected that raise an alert
 * @param gpuHoursPerMonth cap on accelerator hours of the environment
 */
public record Budget(
    double monthlyUsd,
    List<Integer> alertPercents,
    double anomalyUsd,
    Optional<Integer> gpuHoursPerMonth) {
  public Budget {
    alertPercents = List.copyOf(alertPercents);
  }
}
