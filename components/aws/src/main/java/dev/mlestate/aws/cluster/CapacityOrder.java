package dev.mlestate.aws.cluster;

import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.NodePoolPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The order in which the autoscaler tries node groups. */
final class CapacityOrder {
  private CapacityOrder() {}

  /**
   * Patterns by priority. EKS names the Auto Scaling group of a node group eks-, its name, and a
   * UUID (EKS User Guide, "Create a managed node group"; general knowledge, not read).
   */
  static Map<Integer, List<String>> priorities(List<NodePoolPlan> pools) {
    Map<Integer, List<String>> patterns = new TreeMap<>();
    for (NodePoolPlan pool : pools) {
      for (CapacityPlan capacity : pool.capacity()) {
        patterns
            .computeIfAbsent(capacity.priority(), priority -> new ArrayList<>())
            .add("^eks-" + capacity.name() + "-[0-9a-f-]{36}$");
      }
    }
    return patterns;
  }
}
