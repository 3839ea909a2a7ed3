package dev.mlestate.azure.serving;

import dev.mlestate.model.AcceleratorType;
import java.util.Optional;

/**
 * What replicas of Container Apps run on and are paid for by the second ("Workload profiles in
 * Azure Container Apps", "Using serverless GPUs in Azure Container Apps"; general knowledge, not
 * read).
 */
public enum WorkloadProfile {
  CONSUMPTION("Consumption"),
  T4("Consumption-GPU-NC8as-T4"),
  A100("Consumption-GPU-NC24-A100");

  private final String word;

  WorkloadProfile(String word) {
    this.word = word;
  }

  /** Azure's word for its type; the environment's profile has the same name. */
  public String word() {
    return word;
  }

  /**
   * The profile with an accelerator.
   *
   * @throws IllegalArgumentException if Container Apps has no such accelerator
   */
  public static WorkloadProfile of(Optional<AcceleratorType> accelerator) {
    if (accelerator.isEmpty()) {
      return CONSUMPTION;
    }
    return switch (accelerator.get()) {
      case T4 -> T4;
      case A100 -> A100;
      case H100, H200, L4, L40S, A10G, TRAINIUM, INFERENTIA ->
          throw new IllegalArgumentException(
              "Container Apps have T4 and A100, not " + accelerator.get().word());
    };
  }
}
