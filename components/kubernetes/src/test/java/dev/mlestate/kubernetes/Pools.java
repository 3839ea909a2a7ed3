package dev.mlestate.kubernetes;

import dev.mlestate.catalog.FabricOffer;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.catalog.Source;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cloud;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.TaintPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pools to test with. */
final class Pools {
  private Pools() {}

  static NodePoolPlan h100(int max) {
    return pool("h100", Optional.of("research"), Optional.of(AcceleratorType.H100), 8, max);
  }

  static NodePoolPlan trainium() {
    return pool("trn", Optional.empty(), Optional.of(AcceleratorType.TRAINIUM), 16, 2);
  }

  static NodePoolPlan system() {
    return pool("system", Optional.empty(), Optional.empty(), 0, 3);
  }

  private static NodePoolPlan pool(
      String name,
      Optional<String> team,
      Optional<AcceleratorType> accelerator,
      int perNode,
      int max) {
    MachineShape machine =
        new MachineShape(
            Cloud.AWS,
            "x.large",
            4,
            16,
            accelerator,
            perNode,
            80,
            accelerator.map(type -> new FabricOffer("EFA", 32, 3200)),
            29,
            "L-1",
            new Source("test", LocalDate.of(2026, 11, 23)));
    return new NodePoolPlan(
        name,
        team,
        "ml-1",
        machine,
        0,
        max,
        List.of(new CapacityPlan(CapacityOption.SPOT, name + "-spot", 20, Optional.empty())),
        List.of("us-east-1a"),
        Optional.empty(),
        Optional.empty(),
        100,
        Map.of("mlestate.dev/pool", name),
        accelerator
            .map(
                type ->
                    List.of(new TaintPlan("accelerator", "present", TaintPlan.Effect.NO_SCHEDULE)))
            .orElse(List.of()));
  }
}
