package dev.mlestate.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.TpuSlice;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cluster;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Fabric;
import dev.mlestate.model.NodePool;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans node pools: machine, capacity order, labels, taints, disks. */
final class PoolPlanner {
  private static final int PRIORITY_STEP = 10;

  /** What a pod asks for to get TPU chips of GKE, which taints such nodes with it as well. */
  private static final String TPU_RESOURCE = "google.com/tpu";

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
  private final CloudRules rules;
  private final Reservations reservations;
  private final MachineSelector machines;
  private final SliceChooser slices;
  private final Draft draft;

  PoolPlanner(
      Environment environment,
      Catalog catalog,
      CloudRules rules,
      MachineSelector machines,
      Draft draft) {
    this.environment = environment;
    this.catalog = catalog;
    this.rules = rules;
    this.reservations = rules.reservations(environment);
    this.machines = machines;
    this.slices = new SliceChooser(environment, catalog, rules, machines, draft);
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
        choose(path, cluster, pool, capacity).ifPresent(pools::add);
      }
    }
    reservations.ofNoPool(environment, draft);
    return pools;
  }

  NodePoolPlan plan(PoolDraft pool, List<String> zones) {
    NodePool asked = pool.pool();
    return new NodePoolPlan(
        asked.name(),
        asked.team(),
        Teams.costCenter(environment, asked.team()),
        pool.machine(),
        least(pool),
        asked.nodes().max(),
        pool.capacity(),
        zones,
        pool.rdma() ? pool.machine().fabric() : Optional.empty(),
        pool.slice(),
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
        bounds(pool)
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
                      rules.fabricReason(f) + reservedZone(pool)));
    }
    if (!one) {
      draft.decide(
          pool.subject(),
          order(pool),
          "tried in this order, one "
              + rules.nouns().nativePool()
              + " each; all together have at most "
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

  private Optional<PoolDraft> choose(
      String path, Cluster cluster, NodePool pool, List<CapacityPlan> capacity) {
    String subject = cluster.name() + "/" + pool.name();
    if (pool.tpu().isPresent()) {
      return slices
          .choose(path, pool, pool.tpu().get())
          .map(
              c ->
                  new PoolDraft(
                      path,
                      cluster.name(),
                      subject,
                      pool,
                      c.machine(),
                      Optional.of(c.slice()),
                      c.offered(),
                      c.reason(),
                      capacity));
    }
    return machine(path, pool)
        .map(
            c ->
                new PoolDraft(
                    path,
                    cluster.name(),
                    subject,
                    pool,
                    c.machine(),
                    Optional.empty(),
                    catalog.offered(c.machine(), environment.region()),
                    c.reason(),
                    capacity));
  }

  private Optional<MachineChoice.Chosen> machine(String path, NodePool pool) {
    Optional<String> fabricPath =
        pool.fabric() == Fabric.RDMA ? Optional.of(path + ".fabric") : Optional.empty();
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
      rules.refuses(option, pool).ifPresent(r -> draft.problem(at, r.reason(), r.remedy()));
      if (option == CapacityOption.RESERVATION) {
        reservation = reservations.of(at, pool, draft);
      }
      plans.add(
          new CapacityPlan(
              option,
              rules.nativePool(pool, option),
              (options.size() - i) * PRIORITY_STEP,
              reservation));
    }
    reservations.unused(pool, draft);
    return plans;
  }

  /** A slice of several hosts has all or none; which is none while a queue has not made it. */
  private static int least(PoolDraft pool) {
    boolean queued = pool.capacity().stream().anyMatch(c -> c.option() == CapacityOption.QUEUED);
    return pool.slice().filter(TpuSlice::multiHost).isPresent() && queued
        ? 0
        : pool.pool().nodes().min();
  }

  private static String bounds(PoolDraft pool) {
    int most = pool.pool().nodes().max();
    return least(pool) == most && pool.slice().isPresent() ? "" + most : least(pool) + "–" + most;
  }

  private static int disk(PoolDraft pool) {
    if (pool.slice().isPresent()) {
      return ACCELERATED_DISK_GIB;
    }
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
    pool.slice()
        .ifPresent(t -> labels.put("mlestate.dev/accelerator", "tpu-" + t.generation().word()));
    if (pool.rdma()) {
      labels.put("mlestate.dev/fabric", Fabric.RDMA.word());
    }
    return labels;
  }

  private List<TaintPlan> taints(PoolDraft pool) {
    return pool.slice()
        .map(slice -> TPU_RESOURCE)
        .or(
            () ->
                pool.machine().accelerator().map(a -> catalog.accelerator(a).kubernetesResource()))
        .map(key -> List.of(new TaintPlan(key, "present", TaintPlan.Effect.NO_SCHEDULE)))
        .orElse(List.of());
  }
}
