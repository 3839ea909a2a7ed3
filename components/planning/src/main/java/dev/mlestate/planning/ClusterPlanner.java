package dev.mlestate.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.KubernetesVersion;
import dev.mlestate.model.Cidr;
import dev.mlestate.model.Cluster;
import dev.mlestate.model.Environment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans what is of a cluster itself: version and addresses of its services. */
final class ClusterPlanner {
  private final Environment environment;
  private final Catalog catalog;
  private final CloudRules rules;
  private final Draft draft;
  private final NetworkPlanning network;

  ClusterPlanner(
      Environment environment,
      Catalog catalog,
      CloudRules rules,
      Draft draft,
      NetworkPlanning network) {
    this.environment = environment;
    this.catalog = catalog;
    this.rules = rules;
    this.draft = draft;
    this.network = network;
  }

  /** The cluster at that index of the file, with its pools. */
  ClusterPlan plan(int index, List<NodePoolPlan> pools) {
    Cluster cluster = environment.clusters().get(index);
    String path = "clusters[" + index + "]";
    List<Cidr> callers = callers(path, cluster);
    String services = network.services(cluster.name()).orElseGet(() -> serviceCidr(callers));
    String version =
        cluster
            .version()
            .map(v -> named(path, cluster, v, services))
            .orElseGet(() -> newest(cluster, services));
    return new ClusterPlan(cluster.name(), version, services, cluster.access().from(), pools);
  }

  private String newest(Cluster cluster, String services) {
    KubernetesVersion newest =
        catalog
            .newestKubernetes(rules.cloud())
            .orElseThrow(
                () -> new IllegalStateException("the catalog has no version of " + kubernetes()));
    draft.decide(
        cluster.name(),
        "Kubernetes " + newest.version() + ", services " + services,
        "the newest in "
            + kubernetes()
            + "'s standard support, until "
            + newest.endOfStandardSupport());
    return newest.version();
  }

  private String named(String path, Cluster cluster, String version, String services) {
    List<KubernetesVersion> versions = catalog.kubernetesVersions(rules.cloud());
    Optional<KubernetesVersion> known =
        versions.stream()
            .filter(v -> v.version().equals(version))
            .filter(v -> v.endOfExtendedSupport().isAfter(catalog.reviewed()))
            .findFirst();
    if (known.isEmpty()) {
      List<String> standard =
          versions.stream()
              .filter(v -> v.endOfStandardSupport().isAfter(catalog.reviewed()))
              .map(KubernetesVersion::version)
              .toList();
      draft.problem(
          path + ".version",
          kubernetes() + " does not offer Kubernetes " + version,
          "use " + Text.or(standard) + ", or leave it out for the newest");
      return version;
    }
    boolean standard = known.get().endOfStandardSupport().isAfter(catalog.reviewed());
    draft.decide(
        cluster.name(),
        "Kubernetes " + version + ", services " + services,
        standard
            ? "named in the file; in standard support until " + known.get().endOfStandardSupport()
            : "named in the file; standard support ended on "
                + known.get().endOfStandardSupport()
                + ", extended support costs extra until "
                + known.get().endOfExtendedSupport());
    return version;
  }

  private List<Cidr> callers(String path, Cluster cluster) {
    for (int i = 0; i < cluster.access().from().size(); i++) {
      String text = cluster.access().from().get(i);
      if (Cidr.parse(text).isEmpty()) {
        draft.problem(
            path + ".access.from[" + i + "]",
            text + " is no block of addresses",
            Cidr.around(text)
                .map(c -> "use " + c)
                .orElse("use an address and a prefix, such as 10.0.0.0/8"));
      }
    }
    return cluster.access().from().stream().flatMap(t -> Cidr.parse(t).stream()).toList();
  }

  private String serviceCidr(List<Cidr> callers) {
    List<Cidr> candidates =
        rules.serviceCidrs().stream().flatMap(t -> Cidr.parse(t).stream()).toList();
    return Stream.concat(
            candidates.stream().filter(c -> free(c, callers) && free(c, network.cidrs())),
            candidates.stream().filter(c -> free(c, network.cidrs())))
        .findFirst()
        .map(Cidr::toString)
        // Three blocks of /16 in three private ranges: no network of /16 or smaller meets them all,
        // and
        // an existing one that does may still take the first, for its subnets were checked.
        .orElse(rules.serviceCidrs().get(0));
  }

  private String kubernetes() {
    return rules.nouns().kubernetes();
  }

  private static boolean free(Cidr cidr, List<Cidr> taken) {
    return taken.stream().noneMatch(cidr::overlaps);
  }
}
