package dev.mlestate.kubernetes;

import com.pulumi.kubernetes.core.v1.inputs.AffinityArgs;
import com.pulumi.kubernetes.core.v1.inputs.NodeAffinityArgs;
import com.pulumi.kubernetes.core.v1.inputs.NodeSelectorArgs;
import com.pulumi.kubernetes.core.v1.inputs.NodeSelectorRequirementArgs;
import com.pulumi.kubernetes.core.v1.inputs.NodeSelectorTermArgs;
import com.pulumi.kubernetes.core.v1.inputs.TolerationArgs;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.TaintPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How pods get onto the nodes of certain pools. */
public final class PoolPods {
  private PoolPods() {}

  /** Only nodes that carry all labels of one of the pools. */
  public static AffinityArgs on(List<NodePoolPlan> pools) {
    List<NodeSelectorTermArgs> terms = pools.stream().map(pool -> term(pool.labels())).toList();
    return AffinityArgs.builder()
        .nodeAffinity(
            NodeAffinityArgs.builder()
                .requiredDuringSchedulingIgnoredDuringExecution(
                    NodeSelectorArgs.builder().nodeSelectorTerms(terms).build())
                .build())
        .build();
  }

  private static NodeSelectorTermArgs term(Map<String, String> labels) {
    return NodeSelectorTermArgs.builder()
        .matchExpressions(
            new TreeMap<>(labels)
                .entrySet().stream()
                    .map(
                        label ->
                            NodeSelectorRequirementArgs.builder()
                                .key(label.getKey())
                                .operator("In")
                                .values(label.getValue())
                                .build())
                    .toList())
        .build();
  }

  /** The pools' taints, each once. */
  public static List<TolerationArgs> tolerating(List<NodePoolPlan> pools) {
    return pools.stream()
        .flatMap(pool -> pool.taints().stream())
        .distinct()
        .map(
            taint ->
                TolerationArgs.builder()
                    .key(taint.key())
                    .operator("Equal")
                    .value(taint.value())
                    .effect(effect(taint.effect()))
                    .build())
        .toList();
  }

  private static String effect(TaintPlan.Effect effect) {
    return switch (effect) {
      case NO_SCHEDULE -> "NoSchedule";
      case PREFER_NO_SCHEDULE -> "PreferNoSchedule";
      case NO_EXECUTE -> "NoExecute";
    };
  }
}
