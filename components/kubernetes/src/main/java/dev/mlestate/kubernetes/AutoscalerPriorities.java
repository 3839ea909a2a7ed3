package dev.mlestate.kubernetes;

import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.NodePoolPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The order in which an autoscaler tries native groups: that of {@link ClusterAutoscaler}, or the
 * cloud's own where its expander goes by priorities.
 */
public final class AutoscalerPriorities {
  /** Fixed by the autoscaler (cluster-autoscaler/expander/priority/readme.md, 1.33). */
  static final String CONFIG_MAP = "cluster-autoscaler-priority-expander";

  private AutoscalerPriorities() {}

  /**
   * Patterns of the pools' native groups by priority, in the order of the pools.
   *
   * @param pattern what the cloud makes of a native group's name
   */
  public static Map<Integer, List<String>> patterns(
      List<NodePoolPlan> pools, UnaryOperator<String> pattern) {
    Map<Integer, List<String>> patterns = new TreeMap<>();
    for (NodePoolPlan pool : pools) {
      for (CapacityPlan capacity : pool.capacity()) {
        patterns
            .computeIfAbsent(capacity.priority(), priority -> new ArrayList<>())
            .add(pattern.apply(capacity.name()));
      }
    }
    return patterns;
  }

  /**
   * Tells the autoscaler.
   *
   * @param priorities patterns of the native groups' names; the highest priority is tried first
   * @param options with the parent, and the cluster's provider where the parent has none
   */
  public static ConfigMap create(
      String name, Map<Integer, List<String>> priorities, CustomResourceOptions options) {
    return new ConfigMap(
        name,
        ConfigMapArgs.builder()
            .metadata(
                ObjectMetaArgs.builder()
                    .name(CONFIG_MAP)
                    .namespace(ClusterAutoscaler.NAMESPACE)
                    .build())
            .data(Map.of("priorities", yaml(priorities)))
            .build(),
        options);
  }

  private static String yaml(Map<Integer, List<String>> groups) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(groups)
        .descendingMap()
        .forEach(
            (priority, patterns) -> {
              text.append(priority).append(":\n");
              patterns.forEach(pattern -> text.append("  - ").append(pattern).append('\n'));
            });
    return text.toString();
  }
}
