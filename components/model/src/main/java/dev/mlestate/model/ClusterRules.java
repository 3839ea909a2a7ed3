package dev.mlestate.model;

import dev.mlestate.problem.KeyPath;
import dev.mlestate.problem.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of clusters, node pools and their reservations. */
final class ClusterRules {
  private final Environment environment;
  private final Reported reported;

  ClusterRules(Environment environment, Reported reported) {
    this.environment = environment;
    this.reported = reported;
  }

  void check() {
    List<Cluster> clusters = environment.clusters();
    EnvironmentRules.unique(reported, "clusters", clusters, Cluster::name);
    for (int c = 0; c < clusters.size(); c++) {
      String path = "clusters[" + c + "].nodePools";
      List<NodePool> pools = clusters.get(c).nodePools();
      EnvironmentRules.unique(reported, path, pools, NodePool::name);
      for (int p = 0; p < pools.size(); p++) {
        pool(path + "[" + p + "]", pools.get(p));
      }
      if (pools.stream().noneMatch(pool -> pool.cpu().isPresent())) {
        reported.rule(
            path,
            "no pool has cpu, and the pool named system has something else",
            "give the pool named system cpu, or rename it: one is then added",
            path);
      }
    }
    reservations();
  }

  private void pool(String path, NodePool pool) {
    EnvironmentRules.team(reported, environment, path + ".team", pool.team());
    List<String> kinds = new ArrayList<>();
    pool.cpu().ifPresent(x -> kinds.add("cpu"));
    pool.accelerator().ifPresent(x -> kinds.add("accelerator"));
    pool.tpu().ifPresent(x -> kinds.add("tpu"));
    if (kinds.size() != 1) {
      reported.rule(
          path,
          kinds.isEmpty()
              ? "the pool has none of cpu, accelerator and tpu"
              : "the pool has both " + String.join(" and ", kinds),
          "give it exactly one of them",
          path + ".cpu",
          path + ".accelerator",
          path + ".tpu");
    }
    bounds(reported, path + ".nodes", pool.nodes().min(), pool.nodes().max());
    if (pool.fabric() == Fabric.RDMA && pool.cpu().isPresent()) {
      reported.rule(
          path + ".fabric",
          "machines without accelerators have no rdma",
          "remove it",
          path + ".cpu");
    }
    environment
        .policyParameters()
        .maxNodesPerPool()
        .filter(most -> pool.nodes().max() > most)
        .ifPresent(
            most ->
                reported.rule(
                    path + ".nodes.max",
                    pool.nodes().max()
                        + " is above policyParameters.maxNodesPerPool of "
                        + most
                        + " ("
                        + reported.places().of("policyParameters.maxNodesPerPool")
                        + ")",
                    "use at most " + most,
                    "policyParameters"));
    boolean named = environment.aws().reservations().containsKey(pool.name());
    if (environment.cloud() == Cloud.AWS
        && pool.capacity().contains(CapacityOption.RESERVATION)
        && !named) {
      reported.rule(
          path + ".capacity",
          "a reservation is wanted, but none is named",
          "add " + KeyPath.child("aws.reservations", pool.name()) + ": cr-…, or remove reservation",
          "aws",
          "cloud",
          path + ".name");
    }
  }

  private void reservations() {
    Map<String, Boolean> pools = new LinkedHashMap<>();
    for (Cluster cluster : environment.clusters()) {
      for (NodePool pool : cluster.nodePools()) {
        pools.merge(
            pool.name(), pool.capacity().contains(CapacityOption.RESERVATION), Boolean::logicalOr);
      }
    }
    if (environment.cloud() != Cloud.AWS && reported.written("aws")) {
      reported.key(
          "aws",
          "the environment is on " + environment.cloud().word() + ", not on aws",
          "remove it");
      return;
    }
    for (String name : environment.aws().reservations().keySet()) {
      String path = KeyPath.child("aws.reservations", name);
      Optional<Boolean> reserves = Optional.ofNullable(pools.get(name));
      if (reserves.isEmpty()) {
        reported.rule(
            path,
            "there is no node pool " + name,
            Nearest.remedy(name, pools.keySet()),
            "clusters");
      } else if (!reserves.get()) {
        reported.rule(
            path,
            "the capacity of " + name + " has no reservation",
            "add reservation to its capacity, or remove this",
            "clusters");
      }
    }
  }

  static void bounds(Reported reported, String path, int min, int max) {
    if (min > max) {
      reported.rule(
          path + ".min",
          "min " + min + " is above max " + max,
          "use at most " + max + ", or raise max",
          path + ".max");
    }
  }
}
