package dev.mlestate.planning;

import dev.mlestate.catalog.FabricOffer;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.catalog.TpuSlice;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node pool.
 *
 * @param maxNodes the shared limit of all capacity options
 * @param capacity in the order in which they are tried
 * @param fabric present: nodes have these interfaces and sit together
 * @param tpu present: the nodes form this slice
 * @param diskGib GiB of the root volume
 */
public record NodePoolPlan(
    String name,
    Optional<String> team,
    String costCenter,
    MachineShape machine,
    int minNodes,
    int maxNodes,
    List<CapacityPlan> capacity,
    List<String> zones,
    Optional<FabricOffer> fabric,
    Optional<TpuSlice> tpu,
    int diskGib,
    Map<String, String> labels,
    List<TaintPlan> taints) {
  public NodePoolPlan {
    capacity = List.copyOf(capacity);
    zones = List.copyOf(zones);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    taints = List.copyOf(taints);
  }

  /** The same pool with other ways to get machines. */
  public NodePoolPlan withCapacity(List<CapacityPlan> other) {
    return new NodePoolPlan(
        name,
        team,
        costCenter,
        machine,
        minNodes,
        maxNodes,
        other,
        zones,
        fabric,
        tpu,
        diskGib,
        labels,
        taints);
  }
}
