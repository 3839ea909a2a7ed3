package dev.mlestate.planning;

import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Environment;
import dev.mlestate.model.NodePool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The reservations that a file names, by node pool.
 *
 * @param path such as aws.reservations
 * @param ids of those that exist
 * @param form what an id must match
 * @param noun such as "id of a capacity reservation"
 * @param example such as cr-…
 * @param formRemedy how to write one
 * @param madePath such as gcp.reservedNodes, where reservations can be made
 * @param made how many nodes to reserve
 */
public record Reservations(
    String path,
    Map<String, String> ids,
    Pattern form,
    String noun,
    String example,
    String formRemedy,
    Optional<String> madePath,
    Map<String, Integer> made) {
  public Reservations {
    ids = Map.copyOf(ids);
    made = Map.copyOf(made);
  }

  /** The existing reservation of a pool; empty where one is made, or with a problem. */
  Optional<String> of(String capacityPath, NodePool pool, Draft draft) {
    String name = pool.name();
    Optional<String> id = Optional.ofNullable(ids.get(name));
    Optional<Integer> nodes = Optional.ofNullable(made.get(name));
    if (id.isEmpty() && nodes.isEmpty()) {
      draft.problem(
          capacityPath,
          "pool " + name + " has no reservation to use",
          "name it under "
              + path
              + "."
              + name
              + ": "
              + example
              + madePath.map(m -> ", or make one by " + m + "." + name).orElse("")
              + ", or use spot or on-demand");
    }
    id.filter(i -> !form.matcher(i).matches())
        .ifPresent(i -> draft.problem(path + "." + name, i + " is no " + noun, formRemedy));
    if (id.isPresent() && nodes.isPresent()) {
      draft.problem(
          madePath.orElse(path) + "." + name,
          "pool " + name + " has a reservation already, under " + path,
          "remove one of the two");
    }
    nodes
        .filter(n -> n > pool.nodes().max())
        .ifPresent(
            n ->
                draft.problem(
                    madePath.orElse(path) + "." + name,
                    n + " nodes are reserved for a pool of at most " + pool.nodes().max(),
                    "use at most " + pool.nodes().max()));
    return id;
  }

  /** Those that the pool does not use. */
  void unused(NodePool pool, Draft draft) {
    if (!pool.capacity().contains(CapacityOption.RESERVATION)) {
      paths(pool.name())
          .forEach(
              p ->
                  draft.problem(
                      p,
                      "pool " + pool.name() + " does not use its reservation",
                      "add reservation to its capacity, or remove this line"));
    }
  }

  /** Those of pools that do not exist. */
  void ofNoPool(Environment environment, Draft draft) {
    List<String> names =
        environment.clusters().stream()
            .flatMap(c -> c.nodePools().stream())
            .map(NodePool::name)
            .distinct()
            .toList();
    Set<String> named = new TreeSet<>(ids.keySet());
    named.addAll(made.keySet());
    named.stream()
        .filter(n -> !names.contains(n))
        .flatMap(n -> paths(n).stream())
        .forEach(
            p ->
                draft.problem(
                    p,
                    "there is no node pool " + p.substring(p.lastIndexOf('.') + 1),
                    names.isEmpty() ? "remove it" : "the node pools are " + Text.and(names)));
  }

  private List<String> paths(String pool) {
    List<String> paths = new java.util.ArrayList<>();
    if (ids.containsKey(pool)) {
      paths.add(path + "." + pool);
    }
    if (made.containsKey(pool)) {
      paths.add(madePath.orElse(path) + "." + pool);
    }
    return paths;
  }
}
