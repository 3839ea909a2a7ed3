package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.CapacityOption;
import java.math.BigDecimal;
import java.util.Optional;

/** Like nodes of a cluster as one cloud writes them: one capacity option of a pool. */
interface NodeGroup {
  /** The label that a node of a pool bears on every cloud. */
  String POOL_LABEL = "mlestate.dev/pool";

  /** What describes the group. */
  Resource resource();

  /** The group's own name, in which the pool's stands. */
  String name();

  /** What its nodes' label says; empty: they have none. */
  Optional<String> pool();

  /** The machine type as the price list has it; empty: not known. */
  Optional<String> machine();

  CapacityOption option();

  /** Nodes at the least; empty: not known. */
  Optional<BigDecimal> least();

  /** Nodes at the most; empty: not known. */
  Optional<BigDecimal> most();

  /** Charges the disks of so many nodes. */
  void disks(Ledger ledger, String item, Optional<BigDecimal> nodes);

  /** Charges something of which each node has so much. */
  static void eachNode(
      Ledger ledger,
      Resource resource,
      String item,
      Service service,
      Optional<BigDecimal> each,
      Optional<BigDecimal> nodes) {
    ledger.charge(
        Section.CLUSTERS, resource, item, service, nodes.flatMap(n -> each.map(n::multiply)));
  }
}
