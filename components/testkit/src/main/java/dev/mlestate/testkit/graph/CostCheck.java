package dev.mlestate.testkit.graph;

import dev.mlestate.cost.Charge;
import dev.mlestate.cost.Estimate;
import dev.mlestate.cost.Unpriced;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at what resources cost a month. */
record CostCheck(List<Estimate> estimates) {
  private static final int SHOWN = 10;

  static CostCheck of(Graph graph) {
    return new CostCheck(graph.estimates());
  }

  Verdict atMost(BigDecimal usd, boolean pricedPartAlone) {
    BigDecimal sum =
        estimates.stream().map(Estimate::monthlyUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(usd) > 0) {
      return Verdict.bad(
          "a month costs at least $%s, expected were at most $%s:\n%s"
              .formatted(rounded(sum), rounded(usd), dearest()));
    }
    List<Unpriced> unpriced =
        estimates.stream().flatMap(estimate -> estimate.unpriced().stream()).toList();
    return Verdict.when(
        pricedPartAlone || unpriced.isEmpty(),
        "nobody can tell what a month costs: $%s is the part that has a price; without one:\n%s"
            .formatted(
                rounded(sum),
                unpriced.stream()
                    .map(one -> "  " + one.item() + " " + one.resource() + ": " + one.reason())
                    .collect(Collectors.joining("\n"))));
  }

  private String dearest() {
    return estimates.stream()
        .flatMap(estimate -> estimate.charges().stream())
        .sorted(Comparator.comparing(Charge::usd).reversed())
        .limit(SHOWN)
        .map(
            charge -> "  $" + rounded(charge.usd()) + " " + charge.item() + " " + charge.resource())
        .collect(Collectors.joining("\n"));
  }

  private static BigDecimal rounded(BigDecimal usd) {
    return usd.setScale(2, RoundingMode.HALF_UP);
  }
}
