package dev.mlestate.cost;

import dev.mlestate.catalog.Source;
import java.math.BigDecimal;

/**
 * One thing that is charged for a month.
 *
 * @param item what it is; charges of like things have the same
 * @param resource URN, or the name of what it is charged for
 * @param team who owns it, or {@code shared}
 * @param quantity in units a month
 * @param unit such as h or GiB
 * @param unitUsd US dollars for a unit
 * @param lowUnitUsd the cheapest way to get it, where there are several
 * @param highUnitUsd the dearest way to get it, where there are several
 * @param source of {@code unitUsd}
 */
public record Charge(
    Section section,
    String item,
    String resource,
    String team,
    String costCenter,
    BigDecimal quantity,
    String unit,
    BigDecimal unitUsd,
    BigDecimal lowUnitUsd,
    BigDecimal highUnitUsd,
    Source source) {
  /** US dollars a month. */
  public BigDecimal usd() {
    return quantity.multiply(unitUsd);
  }

  /** US dollars a month at the least. */
  public BigDecimal lowUsd() {
    return quantity.multiply(lowUnitUsd);
  }

  /** US dollars a month at the most. */
  public BigDecimal highUsd() {
    return quantity.multiply(highUnitUsd);
  }
}
