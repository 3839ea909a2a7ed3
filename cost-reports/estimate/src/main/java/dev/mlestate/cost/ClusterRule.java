package dev.mlestate.cost;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.util.Set;

/** EKS clusters; one whose version has left standard support costs more. */
final class ClusterRule implements CostRule {
  private static final String TYPE = "aws:eks/cluster:Cluster";

  private final Catalog catalog;

  ClusterRule(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource cluster : ledger.ofType(TYPE)) {
      Facts facts = new Facts(cluster);
      String item = ledger.shortName(cluster) + ": control plane";
      if (facts.isUndetermined("version")) {
        ledger.unknown(item, cluster);
        continue;
      }
      boolean extended = facts.text("version").filter(v -> isExtended(ledger, v)).isPresent();
      ledger.charge(
          Section.CLUSTERS,
          cluster,
          extended ? item + " in extended support" : item,
          extended ? Service.EKS_EXTENDED_SUPPORT_CLUSTER_HOUR : Service.EKS_CLUSTER_HOUR,
          Ledger.HOURS);
    }
  }

  private boolean isExtended(Ledger ledger, String version) {
    return catalog.kubernetesVersions(ledger.environment().cloud()).stream()
        .filter(known -> known.version().equals(version))
        .anyMatch(known -> known.endOfStandardSupport().isBefore(catalog.reviewed()));
  }
}
