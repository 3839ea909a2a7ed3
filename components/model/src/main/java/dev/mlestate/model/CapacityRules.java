package dev.mlestate.model;

import dev.mlestate.problem.KeyPath;
import dev.mlestate.problem.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of reservations, which each cloud names in a section of its own. */
final class CapacityRules {
  /**
   * Where a cloud's reservations stand.
   *
   * @param named the path of the existing ones, by pool
   * @param example what stands there
   * @param made the path of how many nodes to reserve, by pool, where we make reservations
   */
  private record Sources(
      String named,
      Map<String, String> ids,
      String example,
      Optional<String> made,
      Map<String, Integer> nodes) {}

  private final Environment environment;
  private final Reported reported;
  private final Sources sources;

  CapacityRules(Environment environment, Reported reported) {
    this.environment = environment;
    this.reported = reported;
    this.sources = sources(environment);
  }

  private static Sources sources(Environment environment) {
    return switch (environment.cloud()) {
      case AWS ->
          new Sources(
              "aws.reservations",
              environment.aws().reservations(),
              "cr-…",
              Optional.empty(),
              Map.of());
      case GCP ->
          new Sources(
              "gcp.reservations",
              environment.gcp().reservations(),
              "its name",
              Optional.of("gcp.reservedNodes"),
              environment.gcp().reservedNodes());
      case AZURE ->
          new Sources(
              "azure.capacityReservationGroups",
              environment.azure().capacityReservationGroups(),
              "its resource id",
              Optional.of("azure.reservedNodes"),
              environment.azure().reservedNodes());
    };
  }

  void check() {
    Map<String, NodePool> pools = new LinkedHashMap<>();
    for (int c = 0; c < environment.clusters().size(); c++) {
      List<NodePool> own = environment.clusters().get(c).nodePools();
      for (int p = 0; p < own.size(); p++) {
        wanted("clusters[" + c + "].nodePools[" + p + "]", own.get(p));
        // A reservation is by the pool's name alone: one of two such pools that uses it is enough.
        if (!pools.containsKey(own.get(p).name()) || reserves(own.get(p))) {
          pools.put(own.get(p).name(), own.get(p));
        }
      }
    }
    sources.ids().keySet().forEach(name -> used(sources.named(), name, pools));
    sources.made().ifPresent(made -> sources.nodes().forEach((n, i) -> made(made, n, i, pools)));
  }

  private void wanted(String path, NodePool pool) {
    boolean named =
        sources.ids().containsKey(pool.name()) || sources.nodes().containsKey(pool.name());
    if (!reserves(pool) || named) {
      return;
    }
    String section = environment.cloud().word();
    reported.rule(
        path + ".capacity",
        "a reservation is wanted, but none is named",
        "add "
            + KeyPath.child(sources.named(), pool.name())
            + ": "
            + sources.example()
            + sources
                .made()
                .map(made -> ", or " + KeyPath.child(made, pool.name()) + ": nodes to reserve")
                .orElse("")
            + ", or remove reservation",
        section,
        "cloud",
        path + ".name");
  }

  private void made(String path, String name, int nodes, Map<String, NodePool> pools) {
    used(path, name, pools);
    String key = KeyPath.child(path, name);
    if (sources.ids().containsKey(name)) {
      String other = KeyPath.child(sources.named(), name);
      reported.rule(
          key, name + " has a reservation already, by " + other, "remove one of the two", other);
    }
    Optional.ofNullable(pools.get(name))
        .map(pool -> pool.nodes().max())
        .filter(most -> nodes > most)
        .ifPresent(
            most ->
                reported.rule(
                    key,
                    nodes + " nodes are reserved for a pool of at most " + most,
                    "use at most " + most + ", or raise nodes.max",
                    "clusters"));
  }

  private void used(String section, String name, Map<String, NodePool> pools) {
    String path = KeyPath.child(section, name);
    NodePool pool = pools.get(name);
    if (pool == null) {
      reported.rule(
          path, "there is no node pool " + name, Nearest.remedy(name, pools.keySet()), "clusters");
    } else if (!reserves(pool)) {
      reported.rule(
          path,
          "the capacity of " + name + " has no reservation",
          "add reservation to its capacity, or remove this",
          "clusters");
    }
  }

  private static boolean reserves(NodePool pool) {
    return pool.capacity().contains(CapacityOption.RESERVATION);
  }
}
