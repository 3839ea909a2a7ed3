package dev.mlestate.aws.cluster;

import dev.mlestate.kubernetes.AutoscalerPriorities;
import dev.mlestate.planning.NodePoolPlan;
import java.util.List;
import java.util.Map;

/** The order in which the autoscaler tries node groups. */
final class CapacityOrder {
  private CapacityOrder() {}

  /**
   * Patterns by priority. EKS names the Auto Scaling group of a node group eks-, its name, and a
   * UUID (EKS User Guide, "Create a managed node group"; general knowledge, not read).
   */
  static Map<Integer, List<String>> priorities(List<NodePoolPlan> pools) {
    return AutoscalerPriorities.patterns(pools, name -> "^eks-" + name + "-[0-9a-f-]{36}$");
  }
}
