package dev.mlestate.model;

import java.util.List;
import java.util.Optional;

/** What may be spent. */
public record Budget(
    @Key(
            value = "What a month may cost",
            unit = "US dollars",
            min = 1,
            max = 1000000000.0,
            dev = "5000",
            staging = "15000",
            prod = "50000")
        double monthlyUsd,
    @Key(
            value =
                "Percentages of monthlyUsd at which the owner hears of it, rising; AWS notifies of five at most",
            unit = "percent",
            min = 1,
            max = 1000,
            fewest = 2,
            most = 5,
            standard = "[50, 80, 100]")
        List<Integer> alertPercents,
    @Key(
            value = "How far above the expected a day's cost must be to raise an alert",
            unit = "US dollars",
            min = 1,
            max = 1000000000.0,
            dev = "100",
            staging = "300",
            prod = "1000")
        double anomalyUsd,
    @Key(
            value = "The most accelerator hours of the environment in a month",
            unit = "accelerator hours",
            min = 0,
            max = 1000000000.0,
            computed = "no cap but the organisation's")
        Optional<Integer> gpuHoursPerMonth) {
  public Budget {
    alertPercents = List.copyOf(alertPercents);
  }
}
