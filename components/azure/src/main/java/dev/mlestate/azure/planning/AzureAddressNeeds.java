package dev.mlestate.azure.planning;

import dev.mlestate.model.Environment;
import dev.mlestate.model.Serving;
import dev.mlestate.model.ServingKind;
import dev.mlestate.planning.NetworkBlocks;
import dev.mlestate.planning.PoolDraft;
import dev.mlestate.planning.SubnetAllocator;
import dev.mlestate.planning.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the addresses that subnets must have when every pool is at its maximum. */
final class AzureAddressNeeds {
  /**
   * Azure keeps five addresses of each subnet; a subnet is /29 at the smallest and a network of
   * ours /16 at the largest (Virtual Network FAQ; general knowledge, not read).
   */
  static final SubnetAllocator SUBNETS = new SubnetAllocator(5, 29, 16);

  /** An upgrade brings a new node before it drains an old one. */
  private static final int SURGE = 1;

  /** The private endpoint of the cluster's API, and internal load balancers. */
  private static final int PER_CLUSTER = 8;

  /**
   * Private endpoints of an estate's vault, storage accounts (blob, dfs), container registry (two
   * addresses), workspaces and registry of Machine Learning, with some room.
   */
  static final int ENDPOINTS = 24;

  /**
   * Of a subnet of Container Apps with workload profiles Azure takes fourteen, nine beside those of
   * every subnet; ten replicas of the consumption profile share an address, twice as many while one
   * revision replaces another ("Networking in Azure Container Apps", subnet sizes; general
   * knowledge, not read).
   */
  private static final int SERVERLESS = 9;

  private static final int REPLICAS_OF_ADDRESS = 10;
  private static final int REVISIONS = 2;

  private final Environment environment;
  private final List<PoolDraft> pools;

  AzureAddressNeeds(Environment environment, List<PoolDraft> pools) {
    this.environment = environment;
    this.pools = List.copyOf(pools);
  }

  long cluster(String cluster) {
    return of(cluster)
            .mapToLong(p -> p.most() == 0 ? 0 : ((long) p.most() + SURGE) * perNode(p))
            .sum()
        + PER_CLUSTER;
  }

  String explain(String cluster) {
    return Stream.concat(
            of(cluster)
                .filter(p -> p.most() > 0)
                .map(
                    p ->
                        p.subject()
                            + " "
                            + Text.count(p.most(), "node")
                            + " and "
                            + SURGE
                            + " in upgrades × "
                            + perNode(p)),
            Stream.of("its API " + PER_CLUSTER))
        .collect(Collectors.joining(", "));
  }

  Optional<PoolDraft> greatest(String cluster) {
    return NetworkBlocks.greatest(pools, cluster);
  }

  boolean hasServerless() {
    return serverlessServings().findAny().isPresent();
  }

  long serverless() {
    return SERVERLESS + serverlessServings().mapToLong(AzureAddressNeeds::addresses).sum();
  }

  private static long addresses(Serving serving) {
    long replicas = REVISIONS * (long) Math.max(0, serving.replicas().max());
    return serving.accelerator().isPresent()
        ? replicas
        : (replicas + REPLICAS_OF_ADDRESS - 1) / REPLICAS_OF_ADDRESS;
  }

  private Stream<Serving> serverlessServings() {
    return environment.serving().stream().filter(s -> s.kind() == ServingKind.SERVERLESS);
  }

  /** With Azure's flat network each pod has an address of the subnet, taken as the node starts. */
  private static long perNode(PoolDraft pool) {
    return 1L + pool.machine().maxPods();
  }

  private Stream<PoolDraft> of(String cluster) {
    return pools.stream().filter(p -> p.cluster().equals(cluster));
  }
}
