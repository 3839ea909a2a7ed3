package dev.mlestate.model;

import java.util.List;
import java.util.Optional;

/**
 * A group of like machines; exactly one of cpu, accelerator and tpu is present.
 *
 * @param capacity tried in this order; nodes.max is their shared limit
 */
public record NodePool(
    String name,
    Optional<String> team,
    Optional<Cpu> cpu,
    Optional<Accelerator> accelerator,
    Optional<Tpu> tpu,
    Nodes nodes,
    Fabric fabric,
    List<CapacityOption> capacity) {
  public NodePool {
    capacity = List.copyOf(capacity);
  }
}
