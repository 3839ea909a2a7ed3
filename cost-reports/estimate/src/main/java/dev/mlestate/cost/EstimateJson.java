package dev.mlestate.cost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * An estimate as JSON, for policies ({@code input.estimate}) and other programs. Money has cents,
 * quantities and unit prices have what they have; what is not known is null.
 */
public final class EstimateJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int QUANTITY_DIGITS = 4;

  private EstimateJson() {}

  /** The same estimate gives the same document. */
  public static ObjectNode of(Estimate estimate) {
    ObjectNode root = NODES.objectNode().put("name", estimate.name());
    root.put("region", estimate.region());
    root.put("oldestPrice", estimate.oldestPrice().map(Object::toString).orElse(null));
    root.put("monthlyUsd", cents(estimate.monthlyUsd()));
    root.put("lowMonthlyUsd", cents(estimate.lowMonthlyUsd()));
    root.put("highMonthlyUsd", cents(estimate.highMonthlyUsd()));
    root.put("gpuHoursPerMonth", quantity(estimate.gpuHoursPerMonth()));
    ObjectNode teams = root.putObject("perTeam");
    estimate
        .perTeam()
        .forEach(
            (team, share) ->
                teams
                    .putObject(team)
                    .put("monthlyUsd", cents(share.usd()))
                    .put("gpuHoursPerMonth", quantity(Optional.of(share.gpuHours()))));
    ObjectNode centers = root.putObject("perCostCenter");
    estimate.perCostCenter().forEach((center, usd) -> centers.put(center, cents(usd)));
    accelerators(root.putArray("accelerators"), estimate);
    charges(root.putArray("charges"), estimate);
    ArrayNode unpriced = root.putArray("unpriced");
    estimate
        .unpriced()
        .forEach(
            left ->
                unpriced
                    .addObject()
                    .put("cause", left.cause().words())
                    .put("item", left.item())
                    .put("resource", left.resource())
                    .put("reason", left.reason()));
    ObjectNode free = root.putObject("free");
    estimate.free().forEach(free::put);
    ArrayNode assumptions = root.putArray("assumptions");
    estimate.assumptions().forEach(assumptions::add);
    return root;
  }

  private static void accelerators(ArrayNode array, Estimate estimate) {
    for (AcceleratorUse use : estimate.accelerators()) {
      array
          .addObject()
          .put("name", use.name())
          .put("team", use.team())
          .put("machine", use.machine())
          .put("kind", use.kind().name().toLowerCase(Locale.ROOT))
          .put("hoursPerMonth", quantity(use.hours()))
          .put("usdPerHour", quantity(use.usdPerHour()));
    }
  }

  private static void charges(ArrayNode array, Estimate estimate) {
    for (Charge charge : estimate.charges()) {
      array
          .addObject()
          .put("section", charge.section().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .put("item", charge.item())
          .put("resource", charge.resource())
          .put("team", charge.team())
          .put("costCenter", charge.costCenter())
          .put("quantity", quantity(Optional.of(charge.quantity())))
          .put("unit", charge.unit())
          .put("unitUsd", charge.unitUsd())
          .put("monthlyUsd", cents(charge.usd()))
          .put("source", charge.source().document())
          .put("date", charge.source().date().toString());
    }
  }

  private static BigDecimal cents(BigDecimal usd) {
    return usd.setScale(2, RoundingMode.HALF_UP);
  }

  @SuppressWarnings("NullAway") // Jackson's put takes null for JSON's null.
  private static BigDecimal quantity(Optional<BigDecimal> value) {
    return value
        .map(v -> v.setScale(QUANTITY_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros())
        .map(v -> v.scale() < 0 ? v.setScale(0) : v)
        .orElse(null);
  }
}
