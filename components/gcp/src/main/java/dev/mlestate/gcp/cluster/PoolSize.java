package dev.mlestate.gcp.cluster;

import com.pulumi.gcp.container.inputs.NodePoolAutoscalingArgs;
import com.pulumi.gcp.container.inputs.NodePoolManagementArgs;
import com.pulumi.gcp.container.inputs.NodePoolPlacementPolicyArgs;
import com.pulumi.gcp.container.inputs.NodePoolUpgradeSettingsArgs;
import dev.mlestate.catalog.TpuSlice;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.NodePoolPlan;
import java.util.Optional;
import java.util.OptionalInt;

/** How many nodes a capacity option of a pool has, how they are renewed, and how close they sit. */
record PoolSize(NodePoolPlan plan, CapacityPlan capacity) {
  /** The hosts of a slice that spans several exist all together: nothing scales them. */
  OptionalInt fixed() {
    boolean slice = plan.tpu().map(TpuSlice::multiHost).orElse(false);
    return slice && capacity.option() != CapacityOption.QUEUED
        ? OptionalInt.of(plan.tpu().map(TpuSlice::hosts).orElseThrow())
        : OptionalInt.empty();
  }

  /** The pool's minimum stands on the first option. */
  private int minimum() {
    boolean first = capacity.equals(plan.capacity().get(0));
    return first && capacity.option() != CapacityOption.QUEUED ? plan.minNodes() : 0;
  }

  /** Nodes in each zone at the beginning. */
  int initialPerZone() {
    int zones = Math.max(1, plan.zones().size());
    return (minimum() + zones - 1) / zones;
  }

  /**
   * GKE counts a slice's hosts in its one zone (vllm-project/ci-infra issues 545 and 547), any
   * other pool's nodes over all zones.
   */
  NodePoolAutoscalingArgs autoscaling() {
    Optional<TpuSlice> slice = plan.tpu().filter(TpuSlice::multiHost);
    NodePoolAutoscalingArgs.Builder args =
        NodePoolAutoscalingArgs.builder().locationPolicy(anyZone() ? "ANY" : "BALANCED");
    if (slice.isPresent()) {
      return args.minNodeCount(0).maxNodeCount(slice.get().hosts()).build();
    }
    return args.totalMinNodeCount(minimum()).totalMaxNodeCount(plan.maxNodes()).build();
  }

  /** Where machines are scarce, the zone that has them is the right one. */
  private boolean anyZone() {
    return scarce() || capacity.option() == CapacityOption.SPOT;
  }

  private boolean scarce() {
    return plan.machine().accelerator().isPresent() || plan.tpu().isPresent();
  }

  /** Queued nodes are given back, not repaired. */
  NodePoolManagementArgs management() {
    return NodePoolManagementArgs.builder()
        .autoRepair(capacity.option() != CapacityOption.QUEUED)
        .autoUpgrade(true)
        .build();
  }

  /** A scarce machine is not there twice, so one is renewed after the other. */
  NodePoolUpgradeSettingsArgs upgrade() {
    return NodePoolUpgradeSettingsArgs.builder()
        .strategy("SURGE")
        .maxSurge(scarce() ? 0 : 1)
        .maxUnavailable(scarce() ? 1 : 0)
        .build();
  }

  /**
   * A slice needs its topology where it spans machines. Machines of a fabric sit close together,
   * except in a reservation, which has a placement of its own.
   */
  Optional<NodePoolPlacementPolicyArgs> placement() {
    Optional<TpuSlice> slice = plan.tpu().filter(TpuSlice::multiHost);
    if (slice.isPresent()) {
      return Optional.of(
          NodePoolPlacementPolicyArgs.builder()
              .type("COMPACT")
              .tpuTopology(slice.get().topology())
              .build());
    }
    return plan.fabric().isPresent() && capacity.option() != CapacityOption.RESERVATION
        ? Optional.of(NodePoolPlacementPolicyArgs.builder().type("COMPACT").build())
        : Optional.empty();
  }
}
