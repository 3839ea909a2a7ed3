package dev.mlestate.azure.cluster;

import dev.mlestate.kubernetes.AutoscalerPriorities;
import dev.mlestate.planning.NodePoolPlan;
import java.util.List;
import java.util.Map;

/** The order in which AKS's autoscaler tries native pools, and who runs on them. */
public final class CapacityOrder {
  private CapacityOrder() {}

  /**
   * Patterns by priority. AKS names the scale set of a pool aks-, its name, eight digits and -vmss
   * (general knowledge, not read).
   */
  static Map<Integer, List<String>> priorities(List<NodePoolPlan> pools) {
    return AutoscalerPriorities.patterns(pools, name -> "^aks-" + name + "-[0-9]+-vmss$");
  }

  /** The pools with GPUs, with all taints that their nodes have. */
  public static List<NodePoolPlan> withGpus(List<NodePoolPlan> pools) {
    return pools.stream().filter(NativePools::hasGpu).map(NativePools::withSpotTaint).toList();
  }

  /** The pools with InfiniBand, with all taints that their nodes have. */
  public static List<NodePoolPlan> withFabric(List<NodePoolPlan> pools) {
    return withGpus(pools).stream().filter(pool -> pool.fabric().isPresent()).toList();
  }
}
