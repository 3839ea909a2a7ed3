package dev.mlestate.kubernetes;

import dev.mlestate.model.AcceleratorType;
import dev.mlestate.planning.NodePoolPlan;
import java.util.ArrayList;
import java.util.List;

/** The names by which pods ask for accelerators. */
public final class AcceleratorResource {
  /** NVIDIA device plugin, README "Running GPU Jobs", v0.17.1. */
  public static final String NVIDIA = "nvidia.com/gpu";

  /**
   * Whole Neuron devices: AWS Neuron SDK, "Kubernetes environment setup"; general knowledge, not
   * read.
   */
  public static final String NEURON = "aws.amazon.com/neuron";

  /** Chips of a TPU: GKE documentation, "Plan TPUs in GKE"; general knowledge, not read. */
  public static final String TPU = "google.com/tpu";

  /** Parts of Neuron devices, which a limit in devices cannot count. */
  private static final String NEURON_CORE = "aws.amazon.com/neuroncore";

  /** What any cloud has, in a fixed order. */
  private static final List<String> COMMON = List.of(NEURON, NEURON_CORE, NVIDIA);

  private AcceleratorResource() {}

  /** All that pods could ask for in a cluster of these pools, in a fixed order. */
  static List<String> in(List<NodePoolPlan> pools) {
    if (pools.stream().noneMatch(pool -> pool.tpu().isPresent())) {
      return COMMON;
    }
    List<String> all = new ArrayList<>(COMMON);
    all.add(TPU);
    return List.copyOf(all);
  }

  /** What a pod asks for to get one accelerator of the type. */
  public static String of(AcceleratorType type) {
    return switch (type) {
      case H100, H200, A100, L4, L40S, A10G, T4 -> NVIDIA;
      case TRAINIUM, INFERENTIA -> NEURON;
    };
  }
}
