package dev.mlestate.aws.planning;

import dev.mlestate.catalog.MachineShape;
import dev.mlestate.model.Fabric;
import dev.mlestate.model.NodePool;
import dev.mlestate.planning.CapacityPlan;
import java.util.List;

/**
 * A node pool whose machine is chosen and whose zones are not.
 *
 * @param path such as clusters[0].nodePools[1]
 * @param subject such as train/h100
 * @param reason why this machine
 */
record PoolDraft(
    String path,
    String cluster,
    String subject,
    NodePool pool,
    MachineShape machine,
    String reason,
    List<CapacityPlan> capacity) {
  PoolDraft {
    capacity = List.copyOf(capacity);
  }

  boolean rdma() {
    return pool.fabric() == Fabric.RDMA;
  }
}
