package dev.mlestate.application;

import dev.mlestate.catalog.FabricOffer;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.catalog.TpuSlice;
import dev.mlestate.cost.AcceleratorUse;
import dev.mlestate.cost.Estimate;
import dev.mlestate.model.Cloud;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.ServingPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node pool or serving on one cloud.
 *
 * @param name such as train/h100
 * @param accelerators of one machine, such as 8 × H100
 * @param usdPerGpuHour US dollars for an hour of one accelerator with its share of the machine;
 *     empty without accelerators, or without a price
 */
record ComparedPart(
    String name,
    Cloud cloud,
    String machine,
    Optional<String> accelerators,
    List<String> zones,
    Optional<FabricOffer> fabric,
    Optional<BigDecimal> usdPerGpuHour) {
  ComparedPart {
    zones = List.copyOf(zones);
  }

  /** The pools and servings of an estate in the order of its file. */
  static List<ComparedPart> of(EstatePlan plan, Estimate estimate) {
    Cloud cloud = plan.environment().cloud();
    List<ComparedPart> parts = new ArrayList<>();
    for (ClusterPlan cluster : plan.clusters()) {
      for (NodePoolPlan pool : cluster.nodePools()) {
        String name = cluster.name() + "/" + pool.name();
        parts.add(
            new ComparedPart(
                name,
                cloud,
                pool.machine().name(),
                pool.tpu().map(ComparedPart::slice).or(() -> accelerators(pool.machine())),
                pool.zones(),
                pool.fabric(),
                price(name, estimate)));
      }
    }
    for (ServingPlan serving : plan.serving()) {
      String name = serving.serving().name();
      parts.add(
          new ComparedPart(
              name,
              cloud,
              serving.machine().map(MachineShape::name).orElse("serverless"),
              serving.machine().flatMap(ComparedPart::accelerators).or(() -> serverless(serving)),
              List.of(),
              Optional.empty(),
              price(name, estimate)));
    }
    return parts;
  }

  private static String slice(TpuSlice slice) {
    return "%d × TPU %s, %s on %d hosts"
        .formatted(slice.chips(), slice.generation().word(), slice.topology(), slice.hosts());
  }

  private static Optional<String> accelerators(MachineShape machine) {
    return machine.accelerator().map(type -> machine.acceleratorCount() + " × " + type.word());
  }

  private static Optional<String> serverless(ServingPlan serving) {
    return serving
        .serving()
        .accelerator()
        .map(asked -> asked.perReplica() + " × " + asked.type().word());
  }

  private static Optional<BigDecimal> price(String name, Estimate estimate) {
    return estimate.accelerators().stream()
        .filter(use -> use.name().equals(name))
        .findFirst()
        .flatMap(AcceleratorUse::usdPerHour);
  }
}
