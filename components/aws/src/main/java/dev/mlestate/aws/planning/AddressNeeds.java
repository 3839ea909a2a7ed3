package dev.mlestate.aws.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Serving;
import dev.mlestate.model.ServingKind;
import dev.mlestate.planning.PoolDraft;
import dev.mlestate.planning.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the addresses that a zone's private subnets must have when every pool is at its maximum.
 *
 * <p>A node takes those of the interfaces that its pods need and of one in stock. Its EFA
 * interfaces take none: they are EFA-only interfaces, which have no address (Amazon EC2 user guide,
 * "Elastic Fabric Adapter for AI/ML and HPC workloads", 2026-08).
 */
final class AddressNeeds {
  /**
   * Amazon EKS asks for at least 6 addresses in each subnet of a cluster and recommends 16, for the
   * control plane's interfaces (EKS user guide, "networking requirements for VPC and subnets",
   * 2026-08).
   */
  static final int PER_CLUSTER = 16;

  /**
   * Interface endpoints of the services that an estate uses, one address each: today's twenty or so
   * (ec2, ecr.api, ecr.dkr, eks, eks-auth, sts, kms, logs, sagemaker …), with room for a dozen.
   */
  static final int ENDPOINTS = 32;

  /** A deployment brings up the new replicas of an endpoint before the old ones go. */
  private static final int REPLICA_FLEETS = 2;

  private final Environment environment;
  private final Catalog catalog;
  private final List<PoolDraft> pools;
  private final Map<String, List<String>> zonesOfPools;
  private final int zones;

  /** Takes the zones of the pools by their subject. */
  AddressNeeds(
      Environment environment,
      Catalog catalog,
      List<PoolDraft> pools,
      Map<String, List<String>> zonesOfPools,
      int zones) {
    this.environment = environment;
    this.catalog = catalog;
    this.pools = List.copyOf(pools);
    this.zonesOfPools = zonesOfPools;
    this.zones = zones;
  }

  /** Addresses that the zone needs in all. */
  long in(String zone) {
    return ofNodes(zone) + ofControlPlanes() + ofEndpoints() + ofReplicas();
  }

  /** What the number is made of. */
  String explain(String zone) {
    List<String> parts = new ArrayList<>();
    for (PoolDraft pool : pools) {
      long nodes = nodes(pool, zone);
      if (nodes > 0) {
        parts.add(pool.subject() + " " + Text.count(nodes, "node") + " × " + perNode(pool));
      }
    }
    add(parts, "control planes", ofControlPlanes());
    add(parts, "endpoints", ofEndpoints());
    add(parts, "serving", ofReplicas());
    return String.join(", ", parts);
  }

  /** The pool that takes most of the zone's addresses; empty without pools there. */
  Optional<PoolDraft> greatest(String zone) {
    return pools.stream()
        .filter(p -> nodes(p, zone) > 0)
        .max(Comparator.comparingLong(p -> nodes(p, zone) * perNode(p)));
  }

  private long ofNodes(String zone) {
    return pools.stream().mapToLong(p -> nodes(p, zone) * perNode(p)).sum();
  }

  private long ofControlPlanes() {
    return (long) environment.clusters().size() * PER_CLUSTER;
  }

  private long ofEndpoints() {
    return environment.network().privateEndpoints() ? ENDPOINTS : 0;
  }

  private long ofReplicas() {
    return environment.serving().stream()
        .filter(s -> s.kind() == ServingKind.REALTIME)
        .mapToLong(s -> share(REPLICA_FLEETS * (long) max(s), zones))
        .sum();
  }

  private static int max(Serving serving) {
    return Math.max(0, serving.replicas().max());
  }

  private long nodes(PoolDraft pool, String zone) {
    List<String> of = zonesOfPools.getOrDefault(pool.subject(), List.of());
    return of.contains(zone) ? share(pool.most(), of.size()) : 0;
  }

  private long perNode(PoolDraft pool) {
    return catalog.nodeAddresses(pool.machine());
  }

  /** A zone's share when one other zone has failed and the rest take over its part. */
  private static long share(long all, int zones) {
    long working = Math.max(1, zones - 1);
    return (all + working - 1) / working;
  }

  private static void add(List<String> parts, String what, long addresses) {
    if (addresses > 0) {
      parts.add(what + " " + addresses);
    }
  }
}
