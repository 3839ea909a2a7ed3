package dev.mlestate.azure.cluster;

import com.pulumi.azurenative.containerservice.inputs.AgentPoolUpgradeSettingsArgs;
import com.pulumi.core.Output;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.TaintPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the native pools of all capacity options have in common. */
final class NativePools {
  static final String SCALE_SETS = "VirtualMachineScaleSets";
  static final String LINUX = "Linux";

  /** The NVIDIA driver that AKS installs is built for Ubuntu's kernel. */
  static final String UBUNTU = "Ubuntu";

  /** Encrypted with the key of the disk encryption set; kept while a machine is deallocated. */
  static final String MANAGED_DISK = "Managed";

  /**
   * What AKS itself puts on spot nodes (AKS documentation, "Add an Azure Spot node pool", read
   * 2026-11-24).
   */
  static final TaintPlan SPOT_TAINT =
      new TaintPlan("kubernetes.azure.com/scalesetpriority", "spot", TaintPlan.Effect.NO_SCHEDULE);

  private NativePools() {}

  /** The pool with the taint that its spot nodes have beside its own. */
  static NodePoolPlan withSpotTaint(NodePoolPlan plan) {
    if (plan.capacity().stream().noneMatch(option -> option.option() == CapacityOption.SPOT)) {
      return plan;
    }
    List<TaintPlan> taints = new ArrayList<>(plan.taints());
    if (!taints.contains(SPOT_TAINT)) {
      taints.add(SPOT_TAINT);
    }
    return new NodePoolPlan(
        plan.name(),
        plan.team(),
        plan.costCenter(),
        plan.machine(),
        plan.minNodes(),
        plan.maxNodes(),
        plan.capacity(),
        plan.zones(),
        plan.fabric(),
        plan.tpu(),
        plan.diskGib(),
        plan.labels(),
        taints);
  }

  /** The minimum stands on the first option. */
  static int minimum(NodePoolPlan plan, CapacityPlan capacity) {
    return capacity.equals(plan.capacity().get(0)) ? plan.minNodes() : 0;
  }

  /** Zones as Azure writes them in a resource: eastus-1 is zone 1. */
  static List<String> zones(NodePoolPlan plan) {
    return plan.zones().stream().map(zone -> zone.substring(zone.lastIndexOf('-') + 1)).toList();
  }

  static Map<String, String> labels(NodePoolPlan plan, CapacityPlan capacity) {
    Map<String, String> labels = new LinkedHashMap<>(plan.labels());
    if (capacity.option() == CapacityOption.SPOT) {
      labels.put(SPOT_TAINT.key(), SPOT_TAINT.value());
    }
    return labels;
  }

  static List<String> taints(NodePoolPlan plan, CapacityPlan capacity) {
    List<TaintPlan> taints = new ArrayList<>(plan.taints());
    if (capacity.option() == CapacityOption.SPOT && !taints.contains(SPOT_TAINT)) {
      taints.add(SPOT_TAINT);
    }
    return taints.stream()
        .map(taint -> taint.key() + "=" + taint.value() + ":" + effect(taint.effect()))
        .toList();
  }

  private static String effect(TaintPlan.Effect effect) {
    return switch (effect) {
      case NO_SCHEDULE -> "NoSchedule";
      case PREFER_NO_SCHEDULE -> "PreferNoSchedule";
      case NO_EXECUTE -> "NoExecute";
    };
  }

  /** The network was planned for one node more in upgrades. */
  static Output<AgentPoolUpgradeSettingsArgs> upgrades() {
    return Output.of(AgentPoolUpgradeSettingsArgs.builder().maxSurge("1").build());
  }

  /** Whether a machine has GPUs of NVIDIA's, for which AKS brings the driver. */
  static boolean hasGpu(NodePoolPlan plan) {
    return plan.machine().accelerator().map(NativePools::isGpu).orElse(false);
  }

  private static boolean isGpu(AcceleratorType type) {
    return switch (type) {
      case H100, H200, A100, L4, L40S, A10G, T4 -> true;
      case TRAINIUM, INFERENTIA ->
          throw new IllegalArgumentException("Azure has no " + type.word());
    };
  }
}
