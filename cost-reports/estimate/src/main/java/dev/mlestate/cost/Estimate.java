package dev.mlestate.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an inventory costs a month of 730 hours, at list prices before tax and discounts.
 *
 * @param name the estate and the environment, such as vision-dev
 * @param oldestPrice the date of the oldest price that was used
 * @param charges in the order of section, item and resource
 * @param unpriced what the total leaves out; not empty: the total is a lower bound
 * @param free what costs nothing by itself, by type, with the reason
 * @param assumptions what the charges rest on, each a sentence
 */
public record Estimate(
    String name,
    String region,
    Optional<LocalDate> oldestPrice,
    List<Charge> charges,
    List<Unpriced> unpriced,
    SortedMap<String, String> free,
    List<String> assumptions,
    List<AcceleratorUse> accelerators) {
  public Estimate {
    charges =
        charges.stream()
            .sorted(
                Comparator.comparing(Charge::section)
                    .thenComparing(Charge::item)
                    .thenComparing(Charge::resource)
                    .thenComparing(Charge::unit))
            .toList();
    unpriced =
        unpriced.stream()
            .distinct()
            .sorted(
                Comparator.comparing(Unpriced::cause)
                    .thenComparing(Unpriced::item)
                    .thenComparing(Unpriced::resource))
            .toList();
    free = Collections.unmodifiableSortedMap(new TreeMap<>(free));
    assumptions = assumptions.stream().distinct().sorted().toList();
    accelerators =
        accelerators.stream().sorted(Comparator.comparing(AcceleratorUse::name)).toList();
  }

  /** US dollars of everything that has a price. */
  public BigDecimal monthlyUsd() {
    return sum(charges, Charge::usd);
  }

  /** US dollars if every pool gets the cheapest of its capacity options. */
  public BigDecimal lowMonthlyUsd() {
    return sum(charges, Charge::lowUsd);
  }

  /** US dollars if every pool gets the dearest of its capacity options. */
  public BigDecimal highMonthlyUsd() {
    return sum(charges, Charge::highUsd);
  }

  /** Accelerator hours; empty if those of a pool or serving are not known. */
  public Optional<BigDecimal> gpuHoursPerMonth() {
    return accelerators.stream().anyMatch(use -> use.hours().isEmpty())
        ? Optional.empty()
        : Optional.of(sum(accelerators, use -> use.hours().orElseThrow()));
  }

  /**
   * US dollars for an hour of one accelerator on average over all hours; empty without accelerator
   * hours, or where a price or hours are not known.
   */
  public Optional<BigDecimal> usdPerGpuHour() {
    Optional<BigDecimal> hours = gpuHoursPerMonth().filter(all -> all.signum() > 0);
    boolean priced =
        accelerators.stream()
            .allMatch(
                use ->
                    use.usdPerHour().isPresent()
                        || use.hours().filter(h -> h.signum() == 0).isPresent());
    return hours
        .filter(all -> priced)
        .map(
            all ->
                sum(
                        accelerators,
                        use ->
                            use.usdPerHour()
                                .map(usd -> usd.multiply(use.hours().orElse(BigDecimal.ZERO)))
                                .orElse(BigDecimal.ZERO))
                    .divide(all, MathContext.DECIMAL64));
  }

  /** What each team pays for; {@code shared} is what no team owns. */
  public SortedMap<String, Share> perTeam() {
    SortedMap<String, Share> teams = new TreeMap<>();
    for (Charge charge : charges) {
      teams.merge(charge.team(), new Share(charge.usd(), BigDecimal.ZERO), Share::plus);
    }
    for (AcceleratorUse use : accelerators) {
      Share share = new Share(BigDecimal.ZERO, use.hours().orElse(BigDecimal.ZERO));
      teams.merge(use.team(), share, Share::plus);
    }
    return Collections.unmodifiableSortedMap(teams);
  }

  /** What each cost centre pays, in US dollars. */
  public SortedMap<String, BigDecimal> perCostCenter() {
    SortedMap<String, BigDecimal> centers = new TreeMap<>();
    charges.forEach(c -> centers.merge(c.costCenter(), c.usd(), BigDecimal::add));
    return Collections.unmodifiableSortedMap(centers);
  }

  private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> usd) {
    return parts.stream().map(usd).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
