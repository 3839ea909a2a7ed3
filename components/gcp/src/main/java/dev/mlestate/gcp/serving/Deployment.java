package dev.mlestate.gcp.serving;

import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Replicas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a model is served on, as Vertex AI's API has it.
 *
 * @param model one version of a model, such as projects/p/locations/r/models/m@3
 * @param machine such as g2-standard-4
 * @param accelerators of each replica; 0 without
 */
record Deployment(
    String model,
    String machine,
    Optional<AcceleratorType> accelerator,
    double acceleratorMemoryGib,
    int accelerators,
    Replicas replicas,
    int targetPercent) {
  /** A100s have 40 or 80 GiB, and each has a name of its own. */
  private static final double SMALL_A100_GIB = 40;

  private static final String CPU = "aiplatform.googleapis.com/prediction/online/cpu/utilization";
  private static final String ACCELERATOR =
      "aiplatform.googleapis.com/prediction/online/accelerator/duty_cycle";

  /** Vertex AI's DedicatedResources. */
  Map<String, Object> resources() {
    Map<String, Object> spec = new TreeMap<>();
    spec.put("machineType", machine);
    accelerator.ifPresent(
        type -> {
          spec.put("acceleratorType", word(type));
          spec.put("acceleratorCount", accelerators);
        });
    return Map.of(
        "machineSpec",
        spec,
        "minReplicaCount",
        Math.max(1, replicas.min()),
        "maxReplicaCount",
        Math.max(1, replicas.max()),
        "autoscalingMetricSpecs",
        List.of(
            Map.of(
                "metricName",
                accelerator.isPresent() ? ACCELERATOR : CPU,
                "target",
                targetPercent)));
  }

  /** Everything by which two deployments can differ. */
  String text() {
    return String.join(
        " ",
        model,
        machine,
        accelerator.map(this::word).orElse("none"),
        String.valueOf(accelerators),
        replicas.min() + "-" + replicas.max(),
        String.valueOf(targetPercent));
  }

  /**
   * Vertex AI API reference, AcceleratorType; general knowledge, not read.
   *
   * @throws IllegalArgumentException if Google has no such accelerator
   */
  private String word(AcceleratorType type) {
    return switch (type) {
      case H100 -> machine.contains("mega") ? "NVIDIA_H100_MEGA_80GB" : "NVIDIA_H100_80GB";
      case H200 -> "NVIDIA_H200_141GB";
      case A100 -> acceleratorMemoryGib > SMALL_A100_GIB ? "NVIDIA_A100_80GB" : "NVIDIA_TESLA_A100";
      case L4 -> "NVIDIA_L4";
      case T4 -> "NVIDIA_TESLA_T4";
      case L40S, A10G, TRAINIUM, INFERENTIA ->
          throw new IllegalArgumentException("Vertex AI has no " + type.word());
    };
  }
}
