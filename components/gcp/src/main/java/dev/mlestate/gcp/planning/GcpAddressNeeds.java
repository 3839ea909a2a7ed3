package dev.mlestate.gcp.planning;

import dev.mlestate.model.Cidr;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ServingKind;
import dev.mlestate.planning.NetworkBlocks;
import dev.mlestate.planning.PoolDraft;
import dev.mlestate.planning.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the addresses that a network must have when every pool is at its maximum. */
final class GcpAddressNeeds {
  /**
   * GKE gives a node a block of at least twice its most pods: /24 for 110 ("Configure maximum Pods
   * per node"; general knowledge, not read).
   */
  static final int PODS_OF_NODE = 256;

  /** Services of the cluster's own software and of a few teams. */
  static final int SERVICES = 32;

  /** A private control plane takes a whole /28. */
  static final int CONTROL_PLANE = 16;

  /** Managed services take a /24 at the least. */
  static final int PRIVATE_SERVICES = 256;

  /** Of a subnet's first range, Compute Engine keeps four ("Subnets", unusable addresses). */
  private static final int KEPT = 4;

  /** Endpoints of Private Service Connect and internal load balancers. */
  private static final int ENDPOINTS = 16;

  /** An upgrade brings a new node before it drains an old one: GKE's default surge. */
  private static final int SURGE = 1;

  /** Cloud Run takes two addresses for an instance while one revision replaces another. */
  private static final int PER_INSTANCE = 2;

  private final Environment environment;
  private final List<PoolDraft> pools;

  GcpAddressNeeds(Environment environment, List<PoolDraft> pools) {
    this.environment = environment;
    this.pools = List.copyOf(pools);
  }

  static long usable(Cidr block) {
    return Math.max(0, block.size() - KEPT);
  }

  /** Of the nodes' subnet. */
  long nodes() {
    return environment.clusters().stream().mapToLong(c -> nodes(c.name())).sum()
        + endpoints()
        + instances();
  }

  long nodes(String cluster) {
    return of(cluster).mapToLong(GcpAddressNeeds::nodes).sum();
  }

  long pods(String cluster) {
    return nodes(cluster) * PODS_OF_NODE;
  }

  int fabricInterfaces() {
    return fabricPools()
        .flatMap(p -> p.machine().fabric().stream())
        .mapToInt(f -> f.interfaces())
        .max()
        .orElse(0);
  }

  long fabricNodes() {
    return fabricPools().mapToLong(GcpAddressNeeds::nodes).sum();
  }

  long endpoints() {
    return environment.network().privateEndpoints() ? ENDPOINTS : 0;
  }

  long instances() {
    return environment.serving().stream()
        .filter(s -> s.kind() == ServingKind.SERVERLESS)
        .mapToLong(s -> (long) Math.max(0, s.replicas().max()) * PER_INSTANCE)
        .sum();
  }

  String explain() {
    Stream<String> nodes = pools.stream().filter(p -> p.most() > 0).map(GcpAddressNeeds::counted);
    Stream<String> rest =
        Stream.of(
                endpoints() > 0 ? "endpoints " + endpoints() : "",
                instances() > 0 ? "serverless instances " + instances() : "")
            .filter(s -> !s.isEmpty());
    return Stream.concat(nodes, rest).collect(Collectors.joining(", "));
  }

  String explainPods(String cluster) {
    return of(cluster)
        .filter(p -> p.most() > 0)
        .map(GcpAddressNeeds::counted)
        .collect(Collectors.joining(", "));
  }

  Optional<PoolDraft> greatest() {
    return pools.stream().max(Comparator.comparingInt(PoolDraft::most));
  }

  Optional<PoolDraft> greatest(String cluster) {
    return NetworkBlocks.greatest(pools, cluster);
  }

  private Stream<PoolDraft> of(String cluster) {
    return pools.stream().filter(p -> p.cluster().equals(cluster));
  }

  private Stream<PoolDraft> fabricPools() {
    return pools.stream().filter(PoolDraft::rdma);
  }

  private static long nodes(PoolDraft pool) {
    return pool.most() > 0 ? (long) pool.most() + SURGE : 0;
  }

  private static String counted(PoolDraft pool) {
    return pool.subject()
        + " "
        + Text.count(pool.most(), "node")
        + " and "
        + SURGE
        + " in upgrades";
  }
}
