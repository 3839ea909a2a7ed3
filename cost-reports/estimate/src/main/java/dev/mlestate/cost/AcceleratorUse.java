package dev.mlestate.cost;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Accelerators that run in a month.
 *
 * @param name the cluster and its pool, such as train/h100, or the serving
 * @param hours accelerator hours a month; empty: not known
 * @param usdPerHour US dollars for an hour of one accelerator with its share of the machine; empty:
 *     no price
 */
public record AcceleratorUse(
    String name,
    String team,
    String machine,
    Optional<BigDecimal> hours,
    Optional<BigDecimal> usdPerHour) {}
