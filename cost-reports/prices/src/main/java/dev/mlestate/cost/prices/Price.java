package dev.mlestate.cost.prices;

import dev.mlestate.catalog.Source;
import java.math.BigDecimal;

/**
 * What one unit costs.
 *
 * @param usd US dollars, before tax and discounts
 */
public record Price(BigDecimal usd, Source source) {}
