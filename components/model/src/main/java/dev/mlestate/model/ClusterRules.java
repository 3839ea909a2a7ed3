package dev.mlestate.model;

import java.util.ArrayList;
import java.util.List;

/** The rules of clusters and node pools. */
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
    new CapacityRules(environment, reported).check();
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
