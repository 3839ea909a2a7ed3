package dev.mlestate.cost;

import dev.mlestate.inventory.Resource;
import dev.mlestate.model.CapacityOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An agent pool of AKS: a resource of its own or a profile in its cluster.
 *
 * @param resource the agent pool, or the cluster that has the profile
 */
record AksNodeGroup(Resource resource, String name, Facts facts) implements NodeGroup {
  static final String TYPE = "azure-native:containerservice:AgentPool";
  static final String CLUSTER = "azure-native:containerservice:ManagedCluster";

  /** AKS takes 128 GiB for the machines that it is given here (AKS docs, read in part). */
  private static final int DEFAULT_DISK_GIB = 128;

  /** AKS's own names of pools have no hyphens, so its cluster's name is what stands before it. */
  static AksNodeGroup of(Resource pool, Ledger ledger) {
    Facts facts = new Facts(pool);
    String name = ledger.shortName(pool);
    Optional<String> own = facts.text("agentPoolName").map(text -> "-" + text);
    Optional<String> label = facts.member("nodeLabels", POOL_LABEL);
    if (own.isPresent() && label.isPresent() && name.endsWith(own.get())) {
      name = name.substring(0, name.length() - own.get().length()) + "-" + label.get();
    }
    return new AksNodeGroup(pool, name, facts);
  }

  /** The profiles in a cluster. */
  static List<NodeGroup> profiles(Resource cluster, Ledger ledger) {
    List<NodeGroup> groups = new ArrayList<>();
    Facts all = new Facts(cluster);
    for (int i = 0; all.has("agentPoolProfiles[" + i + "]"); i++) {
      Facts profile = all.under("agentPoolProfiles[" + i + "].");
      String name = profile.text("name").orElse("pool" + i);
      groups.add(
          new AksNodeGroup(
              cluster,
              ledger.shortName(cluster)
                  + "-"
                  + profile.member("nodeLabels", POOL_LABEL).orElse(name),
              profile));
    }
    return groups;
  }

  @Override
  public Optional<String> pool() {
    return facts.member("nodeLabels", POOL_LABEL);
  }

  @Override
  public Optional<String> machine() {
    return facts.text("vmSize");
  }

  @Override
  public CapacityOption option() {
    if (facts.text("scaleSetPriority").filter("Spot"::equals).isPresent()) {
      return CapacityOption.SPOT;
    }
    return facts.has("capacityReservationGroupID")
        ? CapacityOption.RESERVATION
        : CapacityOption.ON_DEMAND;
  }

  @Override
  public Optional<BigDecimal> least() {
    return facts.isTrue("enableAutoScaling")
        ? facts.number("minCount", 0)
        : facts.number("count", 0);
  }

  @Override
  public Optional<BigDecimal> most() {
    return facts.isTrue("enableAutoScaling")
        ? facts.number("maxCount", 0)
        : facts.number("count", 0);
  }

  @Override
  public void disks(Ledger ledger, String item, Optional<BigDecimal> nodes) {
    if (facts.text("osDiskType").filter("Ephemeral"::equals).isPresent()) {
      ledger.assume("an ephemeral disk is a part of its machine");
      return;
    }
    Optional<BigDecimal> gib = facts.number("osDiskSizeGB", DEFAULT_DISK_GIB);
    if (gib.isEmpty()) {
      ledger.unknown(item, resource);
      return;
    }
    ManagedDisk.of(gib.get())
        .ifPresentOrElse(
            disk ->
                NodeGroup.eachNode(
                    ledger, resource, item, disk.service(), Optional.of(BigDecimal.ONE), nodes),
            () -> ledger.noPrice(item, resource.urn(), "a disk of " + gib.get() + " GiB"));
  }
}
