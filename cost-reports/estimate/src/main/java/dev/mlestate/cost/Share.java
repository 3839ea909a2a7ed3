package dev.mlestate.cost;

import java.math.BigDecimal;

/**
 * What a team or a cost centre pays for.
 *
 * @param usd US dollars a month
 * @param gpuHours accelerator hours a month that are known
 */
public record Share(BigDecimal usd, BigDecimal gpuHours) {
  static final Share NONE = new Share(BigDecimal.ZERO, BigDecimal.ZERO);

  Share plus(Share other) {
    return new Share(usd.add(other.usd), gpuHours.add(other.gpuHours));
  }
}
