package dev.mlestate.cost;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.KubernetesVersion;
import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.util.Set;

/**
 * Control planes. EKS costs more once its version has left standard support, GKE only if it is also
 * in the extended channel, AKS in the premium tier, which long-term support needs.
 */
final class ClusterRule implements CostRule {
  private static final String EKS = "aws:eks/cluster:Cluster";
  private static final String GKE = "gcp:container/cluster:Cluster";
  private static final String AKS = AksNodeGroup.CLUSTER;

  private final Catalog catalog;

  ClusterRule(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Set<String> types() {
    return Set.of(EKS, GKE, AKS);
  }

  @Override
  public void charge(Ledger ledger) {
    ledger.ofType(EKS).forEach(cluster -> eks(ledger, cluster));
    ledger.ofType(GKE).forEach(cluster -> gke(ledger, cluster));
    ledger.ofType(AKS).forEach(cluster -> aks(ledger, cluster));
  }

  private void eks(Ledger ledger, Resource cluster) {
    Facts facts = new Facts(cluster);
    if (facts.isUndetermined("version")) {
      ledger.unknown(item(ledger, cluster), cluster);
      return;
    }
    boolean extended = facts.text("version").filter(v -> hasLeftSupport(ledger, v)).isPresent();
    post(
        ledger,
        cluster,
        extended ? " in extended support" : "",
        extended ? Service.EKS_EXTENDED_SUPPORT_CLUSTER_HOUR : Service.EKS_CLUSTER_HOUR);
  }

  private void gke(Ledger ledger, Resource cluster) {
    Facts facts = new Facts(cluster);
    if (facts.isUndetermined("minMasterVersion")
        || facts.isUndetermined("releaseChannel.channel")) {
      ledger.unknown(item(ledger, cluster), cluster);
      return;
    }
    boolean extended =
        facts.text("releaseChannel.channel").filter("EXTENDED"::equals).isPresent()
            && facts.text("minMasterVersion").filter(v -> hasLeftSupport(ledger, v)).isPresent();
    post(
        ledger,
        cluster,
        extended ? " in extended support" : "",
        extended ? Service.GKE_EXTENDED_SUPPORT_CLUSTER_HOUR : Service.GKE_CLUSTER_HOUR);
  }

  private static void aks(Ledger ledger, Resource cluster) {
    Facts facts = new Facts(cluster);
    if (facts.isUndetermined("sku.tier")) {
      ledger.unknown(item(ledger, cluster), cluster);
      return;
    }
    switch (facts.text("sku.tier").orElse("Free")) {
      case "Premium" ->
          post(ledger, cluster, " in the premium tier", Service.AKS_PREMIUM_CLUSTER_HOUR);
      case "Free" -> ledger.assume("the control plane of an AKS cluster in the free tier is free");
      default -> post(ledger, cluster, "", Service.AKS_STANDARD_CLUSTER_HOUR);
    }
  }

  private static String item(Ledger ledger, Resource cluster) {
    return ledger.shortName(cluster) + ": control plane";
  }

  private static void post(Ledger ledger, Resource cluster, String more, Service service) {
    ledger.charge(Section.CLUSTERS, cluster, item(ledger, cluster) + more, service, Ledger.HOURS);
  }

  private boolean hasLeftSupport(Ledger ledger, String version) {
    return catalog.kubernetesVersions(ledger.environment().cloud()).stream()
        .filter(known -> isOf(version, known))
        .anyMatch(known -> known.endOfStandardSupport().isBefore(catalog.reviewed()));
  }

  /** A version may name its patch: 1.35.3-gke.1389002. */
  private static boolean isOf(String version, KubernetesVersion known) {
    return version.equals(known.version()) || version.startsWith(known.version() + ".");
  }
}
