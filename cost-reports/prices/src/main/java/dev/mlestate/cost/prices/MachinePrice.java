package dev.mlestate.cost.prices;

import dev.mlestate.model.Cloud;
import java.util.Optional;

/**
 * What an hour of a machine costs in a region.
 *
 * @param machine such as p5.48xlarge, or ml.g6.xlarge for one that serves
 * @param acceleratorCount 0 without
 * @param reservedOneYear an hour under a one-year commitment without upfront payment
 * @param reservedThreeYears an hour under a three-year commitment without upfront payment
 */
public record MachinePrice(
    Cloud cloud,
    String region,
    String machine,
    int acceleratorCount,
    Price onDemand,
    Optional<Price> spot,
    Optional<Price> reservedOneYear,
    Optional<Price> reservedThreeYears) {}
