package dev.mlestate.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.catalog.Region;
import dev.mlestate.catalog.TpuShape;
import dev.mlestate.catalog.TpuSlice;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Fabric;
import dev.mlestate.model.NodePool;
import dev.mlestate.model.Tpu;
import dev.mlestate.model.TpuGeneration;
import dev.mlestate.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the slice of TPU chips that a pool asks for, among those that the catalog says can be
 * made. Of two with one topology it takes the one with fewer hosts.
 */
final class SliceChooser {
  private static final int ALTERNATIVES = 3;

  /**
   * What a node of GKE runs (GKE quotas and limits: 110 pods unless the pool says otherwise;
   * general knowledge, not read).
   */
  private static final int MAX_PODS = 110;

  private final Environment environment;
  private final Catalog catalog;
  private final CloudRules rules;
  private final MachineSelector machines;
  private final Draft draft;

  SliceChooser(
      Environment environment,
      Catalog catalog,
      CloudRules rules,
      MachineSelector machines,
      Draft draft) {
    this.environment = environment;
    this.catalog = catalog;
    this.rules = rules;
    this.machines = machines;
    this.draft = draft;
  }

  /** A slice, its machine, and the zones of the region that offer it. */
  record Chosen(TpuSlice slice, MachineShape machine, List<String> offered, String reason) {}

  Optional<Chosen> choose(String path, NodePool pool, Tpu tpu) {
    if (!cloudHas()) {
      draft.problem(
          path + ".tpu",
          rules.nouns().cloud() + " has no TPU " + tpu.type().word() + " " + tpu.topology(),
          "use accelerator: " + machines.acceleratorsHere() + "; or cloud: gcp");
      return Optional.empty();
    }
    List<TpuSlice> all = catalog.slices(tpu.type());
    List<TpuSlice> fitting = all.stream().filter(s -> s.topology().equals(tpu.topology())).toList();
    if (fitting.isEmpty()) {
      draft.problem(
          path + ".tpu.topology",
          "no machine type forms a slice " + tpu.topology() + " of " + tpu.type().word(),
          "use " + Text.or(nearest(all, tpu.topology())));
      return Optional.empty();
    }
    List<Chosen> here = fitting.stream().flatMap(s -> here(s).stream()).toList();
    if (here.isEmpty()) {
      draft.problem(
          path + ".tpu.type",
          "TPU " + tpu.type().word() + " is not offered in " + environment.region(),
          elsewhere(tpu));
      return Optional.empty();
    }
    List<Chosen> allowed =
        here.stream().filter(c -> machines.refusal(path, c.machine()).isEmpty()).toList();
    if (allowed.isEmpty()) {
      machines.refusal(path + ".tpu.type", here.get(0).machine()).ifPresent(draft::problem);
      return Optional.empty();
    }
    Chosen chosen = allowed.get(0);
    return fits(path, pool, chosen.slice()) ? Optional.of(chosen) : Optional.empty();
  }

  /** The pool's bounds, ways and fabric against a slice. */
  private boolean fits(String path, NodePool pool, TpuSlice slice) {
    List<Problem> problems = new ArrayList<>();
    if (slice.multiHost()) {
      whole(path, pool, slice, problems);
    }
    if (pool.fabric() == Fabric.RDMA) {
      problems.add(
          Problem.of(
              path + ".fabric",
              "the chips of a slice have a network of their own, and its machines have no other",
              "remove fabric"));
    }
    problems.forEach(draft::problem);
    return problems.isEmpty();
  }

  /** A slice of several hosts exists as a whole, or not at all while a queue has not made it. */
  private static void whole(String path, NodePool pool, TpuSlice slice, List<Problem> problems) {
    int hosts = slice.hosts();
    int min = pool.nodes().min();
    boolean queued = pool.capacity().contains(CapacityOption.QUEUED);
    boolean least = min == hosts || (queued && min == 0);
    if (!least || pool.nodes().max() != hosts) {
      problems.add(
          Problem.of(
              path + ".nodes",
              "a slice "
                  + slice.topology()
                  + " is "
                  + hosts
                  + " nodes, all or none: it cannot scale from "
                  + min
                  + " to "
                  + pool.nodes().max(),
              "leave nodes out, or use {min: " + (queued ? 0 : hosts) + ", max: " + hosts + "}"));
    }
    if (pool.capacity().size() > 1) {
      problems.add(
          Problem.of(
              path + ".capacity",
              "a slice of "
                  + hosts
                  + " nodes does not scale, so that none of its ways is tried after another",
              "use one of "
                  + String.join(
                      ", ", pool.capacity().stream().map(CapacityOption::word).toList())));
    }
  }

  private boolean cloudHas() {
    return Arrays.stream(TpuGeneration.values())
        .flatMap(g -> catalog.tpus(g).stream())
        .anyMatch(t -> t.cloud() == environment.cloud());
  }

  private Optional<Chosen> here(TpuSlice slice) {
    return shape(slice)
        .flatMap(
            shape -> {
              List<String> zones = zones(shape, environment.region());
              return zones.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new Chosen(slice, machine(shape), zones, reason(slice, shape)));
            });
  }

  private Optional<TpuShape> shape(TpuSlice slice) {
    return catalog.tpus(slice.generation()).stream()
        .filter(t -> t.cloud() == environment.cloud() && t.name().equals(slice.machine()))
        .findFirst();
  }

  private List<String> zones(TpuShape shape, String region) {
    return catalog.region(environment.cloud(), region).stream()
        .flatMap(r -> r.zones().stream())
        .filter(shape.zones()::contains)
        .toList();
  }

  private static MachineShape machine(TpuShape shape) {
    return new MachineShape(
        shape.cloud(),
        shape.name(),
        shape.vcpus(),
        shape.memoryGib(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        MAX_PODS,
        "TPU " + shape.generation().word(),
        shape.source());
  }

  private static String reason(TpuSlice slice, TpuShape shape) {
    return "a slice "
        + slice.topology()
        + " of "
        + slice.generation().word()
        + ": "
        + Text.count(slice.chips(), "chip")
        + " on "
        + Text.count(slice.hosts(), "host")
        + ", "
        + Text.number(shape.chipMemoryGib())
        + " GiB each";
  }

  /** First the same sizes in another order, then what has about as many chips. */
  private static List<String> nearest(List<TpuSlice> all, String topology) {
    List<Long> sizes = sizes(topology);
    long chips = sizes.stream().reduce(1L, (a, b) -> a * b);
    return all.stream()
        .sorted(
            Comparator.comparing((TpuSlice s) -> !sizes(s.topology()).equals(sizes))
                .thenComparingLong(s -> Math.abs(s.chips() - chips)))
        .map(s -> s.topology() + " (" + Text.count(s.chips(), "chip") + ")")
        .distinct()
        .limit(ALTERNATIVES)
        .toList();
  }

  private static List<Long> sizes(String topology) {
    List<Long> sizes = new ArrayList<>();
    for (String size : topology.split("x", -1)) {
      sizes.add(size.matches("[0-9]{1,6}") ? Long.parseLong(size) : 0L);
    }
    sizes.sort(Comparator.naturalOrder());
    return sizes;
  }

  private String elsewhere(Tpu tpu) {
    List<String> allowed = environment.residency().allowedRegions();
    List<String> regions =
        catalog.regionsNear(environment.cloud(), environment.region()).stream()
            .map(Region::name)
            .filter(r -> catalog.tpus(tpu.type()).stream().anyMatch(t -> !zones(t, r).isEmpty()))
            .toList();
    List<String> within =
        regions.stream().filter(r -> allowed.isEmpty() || allowed.contains(r)).toList();
    List<String> generations =
        Arrays.stream(TpuGeneration.values())
            .filter(
                g ->
                    catalog.tpus(g).stream()
                        .anyMatch(t -> !zones(t, environment.region()).isEmpty()))
            .map(TpuGeneration::word)
            .toList();
    return "use region "
        + Text.or((within.isEmpty() ? regions : within).stream().limit(ALTERNATIVES).toList())
        + (within.isEmpty() ? " (residency.allowedRegions must allow it)" : "")
        + "; or in "
        + environment.region()
        + " use "
        + (generations.isEmpty()
            ? "accelerator: " + machines.acceleratorsHere()
            : Text.or(generations));
  }
}
