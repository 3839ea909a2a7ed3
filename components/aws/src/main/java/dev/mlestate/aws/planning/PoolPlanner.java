package dev.mlestate.aws.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cluster;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Fabric;
import dev.mlestate.model.NodePool;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.MachineChoice;
import dev.mlestate.planning.MachineSelector;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.TaintPlan;
import dev.mlestate.planning.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plans node pools: machine, capacity order, labels, taints, disks. */
final class PoolPlanner {
  private static final Pattern RESERVATION = Pattern.compile("cr-[0-9a-f]{5,17}");
  private static final int PRIORITY_STEP = 10;

  /**
   * GiB of the root volume: images of CPU nodes, and those of accelerated ones with their drivers.
   */
  private static final int DISK_GIB = 100;

  private static final int ACCELERATED_DISK_GIB = 200;

  /** Nodes with eight accelerators and more run several large training images. */
  private static final int LARGE_DISK_GIB = 500;

  private static final int LARGE_ACCELERATOR_COUNT = 8;

  private final Environment environment;
  private final Catalog catalog;
  private final MachineSelector machines;
  private final Draft draft;

  PoolPlanner(Environment environment, Catalog catalog, MachineSelector machines, Draft draft) {
    this.environment = environment;
    this.catalog = catalog;
    this.machines = machines;
    this.draft = draft;
  }

  /** The pools that have a machine; a problem for each other one. */
  List<PoolDraft> drafts() {
    List<PoolDraft> pools = new ArrayList<>();
    for (int c = 0; c < environment.clusters().size(); c++) {
      Cluster cluster = environment.clusters().get(c);
      for (int p = 0; p < cluster.nodePools().size(); p++) {
        NodePool pool = cluster.nodePools().get(p);
        String path = "clusters[" + c + "].nodePools[" + p + "]";
        List<CapacityPlan> capacity = capacity(path, pool);
        choose(path, pool)
            .ifPresent(
                chosen ->
                    pools.add(
                        new PoolDraft(
                            path,
                            cluster.name(),
                            cluster.name() + "/" + pool.name(),
                            pool,
                            chosen.machine(),
                            chosen.reason(),
                            capacity)));
      }
    }
    reservationsOfNoPool();
    return pools;
  }

  NodePoolPlan plan(PoolDraft pool, List<String> zones) {
    NodePool asked = pool.pool();
    return new NodePoolPlan(
        asked.name(),
        asked.team(),
        Teams.costCenter(environment, asked.team()),
        pool.machine(),
        asked.nodes().min(),
        asked.nodes().max(),
        pool.capacity(),
        zones,
        pool.rdma() ? pool.machine().fabric() : Optional.empty(),
        Optional.empty(),
        disk(pool),
        labels(pool),
        taints(pool));
  }

  /** Records what was decided, for display. */
  void explain(PoolDraft pool, List<String> zones) {
    NodePool asked = pool.pool();
    boolean one = pool.capacity().size() == 1;
    draft.decide(
        pool.subject(),
        asked.nodes().min()
            + "–"
            + asked.nodes().max()
            + " × "
            + pool.machine().name()
            + (one ? ", " + order(pool) : "")
            + ", in "
            + Text.and(zones),
        pool.reason());
    if (pool.rdma()) {
      pool.machine()
          .fabric()
          .ifPresent(
              f ->
                  draft.decide(
                      pool.subject(),
                      Text.count(f.interfaces(), f.name() + " interface")
                          + " and "
                          + Text.number(f.gbps())
                          + " Gbit/s a node, all nodes in "
                          + Text.and(zones),
                      f.name()
                          + " does not cross zones, so they share a placement group in one"
                          + reservedZone(pool)));
    }
    if (!one) {
      draft.decide(
          pool.subject(),
          order(pool),
          "tried in this order, one node group each; all together have at most "
              + Text.count(asked.nodes().max(), "node"));
    }
  }

  private static String order(PoolDraft pool) {
    return pool.capacity().stream()
        .map(c -> c.option().word() + c.reservationId().map(r -> " " + r).orElse(""))
        .collect(Collectors.joining(" → "));
  }

  private static String reservedZone(PoolDraft pool) {
    return pool.capacity().stream()
        .flatMap(c -> c.reservationId().stream())
        .findFirst()
        .map(id -> "; " + id + " must lie in that zone")
        .orElse("");
  }

  private Optional<MachineChoice.Chosen> choose(String path, NodePool pool) {
    Optional<String> fabricPath =
        pool.fabric() == Fabric.RDMA ? Optional.of(path + ".fabric") : Optional.empty();
    if (pool.tpu().isPresent()) {
      draft.problem(
          path + ".tpu",
          "AWS has no TPU " + pool.tpu().get().type().word() + " " + pool.tpu().get().topology(),
          "use accelerator: " + machines.acceleratorsHere() + "; or cloud: gcp");
      return Optional.empty();
    }
    MachineChoice choice;
    if (pool.accelerator().isPresent()) {
      choice =
          machines.accelerated(
              path + ".accelerator",
              pool.accelerator().get().type(),
              pool.accelerator().get().perNode(),
              "perNode",
              fabricPath);
    } else if (pool.cpu().isPresent()) {
      choice = machines.plain(path + ".cpu", pool.cpu().get(), fabricPath);
    } else {
      draft.problem(path, "the pool asks for no machine", "give it cpu or accelerator");
      return Optional.empty();
    }
    if (choice instanceof MachineChoice.Refused refused) {
      draft.problem(refused.problem());
      return Optional.empty();
    }
    return Optional.of((MachineChoice.Chosen) choice);
  }

  private List<CapacityPlan> capacity(String path, NodePool pool) {
    List<CapacityOption> options =
        pool.capacity().isEmpty() ? List.of(CapacityOption.ON_DEMAND) : pool.capacity();
    List<CapacityPlan> plans = new ArrayList<>();
    Set<CapacityOption> seen = EnumSet.noneOf(CapacityOption.class);
    for (int i = 0; i < options.size(); i++) {
      CapacityOption option = options.get(i);
      String at = path + ".capacity[" + i + "]";
      if (!seen.add(option)) {
        draft.problem(at, option.word() + " stands twice", "remove one of them");
      }
      Optional<String> reservation = Optional.empty();
      if (option == CapacityOption.QUEUED) {
        draft.problem(
            at,
            "AWS has no queued capacity",
            "use reservation (a capacity reservation or Capacity Block), spot or on-demand");
      } else if (option == CapacityOption.RESERVATION) {
        reservation = reservation(at, pool);
      }
      plans.add(
          new CapacityPlan(
              option,
              pool.name() + "-" + option.word(),
              (options.size() - i) * PRIORITY_STEP,
              reservation));
    }
    if (environment.aws().reservations().containsKey(pool.name())
        && !options.contains(CapacityOption.RESERVATION)) {
      draft.problem(
          "aws.reservations." + pool.name(),
          "pool " + pool.name() + " does not use its reservation",
          "add reservation to its capacity, or remove this line");
    }
    return plans;
  }

  private Optional<String> reservation(String path, NodePool pool) {
    Optional<String> id = Optional.ofNullable(environment.aws().reservations().get(pool.name()));
    if (id.isEmpty()) {
      draft.problem(
          path,
          "pool " + pool.name() + " has no reservation to use",
          "name it under aws.reservations." + pool.name() + ": cr-…, or use spot or on-demand");
    } else if (!RESERVATION.matcher(id.get()).matches()) {
      draft.problem(
          "aws.reservations." + pool.name(),
          id.get() + " is no id of a capacity reservation",
          "use cr- and the hexadecimal digits after it");
    }
    return id;
  }

  private void reservationsOfNoPool() {
    List<String> names =
        environment.clusters().stream()
            .flatMap(c -> c.nodePools().stream())
            .map(NodePool::name)
            .distinct()
            .toList();
    environment.aws().reservations().keySet().stream()
        .filter(n -> !names.contains(n))
        .sorted()
        .forEach(
            n ->
                draft.problem(
                    "aws.reservations." + n,
                    "there is no node pool " + n,
                    names.isEmpty() ? "remove it" : "the node pools are " + Text.and(names)));
  }

  private static int disk(PoolDraft pool) {
    int accelerators = pool.machine().acceleratorCount();
    if (accelerators == 0) {
      return DISK_GIB;
    }
    return accelerators < LARGE_ACCELERATOR_COUNT ? ACCELERATED_DISK_GIB : LARGE_DISK_GIB;
  }

  private static Map<String, String> labels(PoolDraft pool) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("mlestate.dev/pool", pool.pool().name());
    labels.put("mlestate.dev/team", pool.pool().team().orElse(Teams.SHARED));
    pool.machine().accelerator().ifPresent(a -> labels.put("mlestate.dev/accelerator", a.word()));
    if (pool.rdma()) {
      labels.put("mlestate.dev/fabric", Fabric.RDMA.word());
    }
    return labels;
  }

  private List<TaintPlan> taints(PoolDraft pool) {
    return pool.machine()
        .accelerator()
        .map(a -> catalog.accelerator(a).kubernetesResource())
        .map(key -> List.of(new TaintPlan(key, "present", TaintPlan.Effect.NO_SCHEDULE)))
        .orElse(List.of());
  }
}
