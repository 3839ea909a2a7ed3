package dev.mlestate.planning;

import dev.mlestate.catalog.MachineShape;
import dev.mlestate.catalog.TpuSlice;
import dev.mlestate.model.Fabric;
import dev.mlestate.model.NodePool;
import java.util.List;
import java.util.Optional;

/**
 * A node pool whose machine is chosen and whose zones are not.
 *
 * @param path such as clusters[0].nodePools[1]
 * @param subject such as train/h100
 * @param slice present: the pool's machines form it
 * @param offered the zones of the region in which the machine exists
 * @param reason why this machine
 */
public record PoolDraft(
    String path,
    String cluster,
    String subject,
    NodePool pool,
    MachineShape machine,
    Optional<TpuSlice> slice,
    List<String> offered,
    String reason,
    List<CapacityPlan> capacity) {
  public PoolDraft {
    offered = List.copyOf(offered);
    capacity = List.copyOf(capacity);
  }

  /** Whether its nodes are on a network of their own. */
  public boolean rdma() {
    return pool.fabric() == Fabric.RDMA;
  }

  /** Whether its nodes must be near each other. */
  boolean together() {
    return rdma() || slice.isPresent();
  }

  /** The most nodes it ever has; a bad number counts as none. */
  public int most() {
    return Math.max(0, pool.nodes().max());
  }
}
