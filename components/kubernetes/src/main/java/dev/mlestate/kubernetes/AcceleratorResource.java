package dev.mlestate.kubernetes;

import dev.mlestate.model.AcceleratorType;
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

  /** Parts of Neuron devices, which a limit in devices cannot count. */
  private static final String NEURON_CORE = "aws.amazon.com/neuroncore";

  /** All of them, in a fixed order. */
  static final List<String> ALL = List.of(NEURON, NEURON_CORE, NVIDIA);

  private AcceleratorResource() {}

  /** What a pod asks for to get one accelerator of the type. */
  public static String of(AcceleratorType type) {
    return switch (type) {
      case H100, H200, A100, L4, L40S, A10G, T4 -> NVIDIA;
      case TRAINIUM, INFERENTIA -> NEURON;
    };
  }
}
