package dev.mlestate.catalog;

import dev.mlestate.model.Cloud;
import dev.mlestate.model.TpuGeneration;
import java.util.List;

/**
 * A machine type with TPU chips. A topology of more chips than one machine has is a slice of
 * several.
 *
 * @param chipMemoryGib GiB of one chip
 * @param memoryGib GiB of the machine
 * @param zones in which it is offered
 * @param quota code of the quota that its chips count against
 */
public record TpuShape(
    Cloud cloud,
    TpuGeneration generation,
    String name,
    int chips,
    double chipMemoryGib,
    int vcpus,
    double memoryGib,
    List<String> zones,
    String quota,
    Source source) {
  /** What a pod asks for (GKE, "Plan TPUs in GKE", read 2026-11-23). */
  public static final String KUBERNETES_RESOURCE = "google.com/tpu";

  public TpuShape {
    zones = List.copyOf(zones);
  }
}
