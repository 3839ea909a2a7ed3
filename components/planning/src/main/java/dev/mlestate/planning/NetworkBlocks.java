package dev.mlestate.planning;

import dev.mlestate.model.Cidr;
import dev.mlestate.model.Cluster;
import dev.mlestate.model.Egress;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.model.Network;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What every cloud checks of the addresses that a file names. */
public final class NetworkBlocks {
  private static final String SUBNETS = "network.existing.privateSubnets";

  private NetworkBlocks() {}

  /** The addresses of the network: of the existing subnets, or of the network to create. */
  public static List<Cidr> of(Environment environment) {
    return environment
        .network()
        .existing()
        .map(e -> e.privateSubnets().stream().flatMap(s -> Cidr.parse(s.cidr()).stream()).toList())
        .orElseGet(() -> Cidr.parse(environment.network().cidr()).stream().toList());
  }

  /** The block of the network to create; a problem if it is none. */
  public static Optional<Cidr> own(Environment environment, Draft draft) {
    String text = environment.network().cidr();
    Optional<Cidr> block = Cidr.parse(text);
    if (block.isEmpty()) {
      draft.problem(
          "network.cidr",
          text + " is no block of addresses",
          Cidr.around(text)
              .map(c -> "use " + c)
              .orElse("use an address and a prefix, such as 10.40.0.0/16"));
    }
    return block;
  }

  /** Problems of existing subnets that are no blocks or overlap. */
  public static void existing(ExistingNetwork existing, String noun, Draft draft) {
    List<ExistingSubnet> subnets = existing.privateSubnets();
    for (int i = 0; i < subnets.size(); i++) {
      String text = subnets.get(i).cidr();
      Optional<Cidr> block = Cidr.parse(text);
      if (block.isEmpty()) {
        draft.problem(
            SUBNETS + "[" + i + "].cidr",
            text + " is no block of addresses",
            Cidr.around(text).map(c -> "use " + c).orElse("copy it from the subnet"));
      }
      for (int j = 0; j < i; j++) {
        ExistingSubnet other = subnets.get(j);
        if (block.isPresent()
            && Cidr.parse(other.cidr()).filter(block.get()::overlaps).isPresent()) {
          draft.problem(
              SUBNETS + "[" + i + "].cidr",
              text + " overlaps " + other.cidr() + " of " + other.id(),
              "copy both blocks from the subnets: those of one " + noun + " never overlap");
        }
      }
    }
  }

  /** A problem if nodes reach nothing. */
  public static void reach(Environment environment, String cloud, Draft draft) {
    Network network = environment.network();
    if (network.egress() == Egress.NONE
        && !network.privateEndpoints()
        && !environment.clusters().isEmpty()) {
      draft.problem(
          "network.privateEndpoints",
          "without egress and without private endpoints no node reaches " + cloud + "'s services",
          "use privateEndpoints: true, or egress: nat");
    }
  }

  /** Problems of callers whose addresses the network itself takes. */
  public static void callersInside(Environment environment, Cidr network, Draft draft) {
    for (int c = 0; c < environment.clusters().size(); c++) {
      List<String> from = environment.clusters().get(c).access().from();
      for (int i = 0; i < from.size(); i++) {
        if (Cidr.parse(from.get(i)).filter(network::contains).isPresent()) {
          draft.problem(
              "clusters[" + c + "].access.from[" + i + "]",
              from.get(i)
                  + " lies in "
                  + network
                  + ", whose addresses are all given to nodes, pods"
                  + " and endpoints",
              "remove it, for the network itself always reaches its clusters, or choose another"
                  + " network.cidr");
        }
      }
    }
  }

  /** The addresses of all callers. */
  public static Stream<Cidr> callers(Environment environment) {
    return environment.clusters().stream()
        .map(Cluster::access)
        .flatMap(a -> a.from().stream())
        .flatMap(text -> Cidr.parse(text).stream());
  }

  /** A problem for each cluster for which the network has no room. */
  public static void clusters(Environment environment, String cloud, Draft draft) {
    for (int c = RegionalLayout.MOST_CLUSTERS; c < environment.clusters().size(); c++) {
      draft.problem(
          "clusters[" + c + "]",
          "a network on "
              + cloud
              + " has room for "
              + Text.count(RegionalLayout.MOST_CLUSTERS, "cluster"),
          "make another environment for it");
    }
  }

  /** The pool of a cluster that has most nodes. */
  public static Optional<PoolDraft> greatest(List<PoolDraft> pools, String cluster) {
    return pools.stream()
        .filter(p -> p.cluster().equals(cluster) && p.most() > 0)
        .max(java.util.Comparator.comparingInt(PoolDraft::most));
  }
}
