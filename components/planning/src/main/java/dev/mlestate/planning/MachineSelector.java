package dev.mlestate.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.catalog.Region;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Cpu;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Organisation;
import dev.mlestate.model.StageLimits;
import dev.mlestate.problem.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Chooses the smallest machine type that satisfies a request: fewest vCPUs, then least memory, then
 * least accelerator memory, then the catalog's order. The same on every cloud.
 */
public final class MachineSelector {
  private static final int ALTERNATIVES = 3;
  private static final int FABRIC_ALTERNATIVES = 6;

  private final Catalog catalog;
  private final Cloud cloud;
  private final String region;
  private final Collection<String> zones;
  private final List<String> allowedRegions;
  private final Optional<List<String>> patterns;
  private final String stage;
  private final List<MachineShape> machines;

  private MachineSelector(
      Catalog catalog,
      Environment environment,
      Organisation organisation,
      Collection<String> zones,
      List<MachineShape> machines) {
    this.catalog = catalog;
    this.cloud = environment.cloud();
    this.region = environment.region();
    this.zones = List.copyOf(zones);
    this.allowedRegions = environment.residency().allowedRegions();
    this.patterns = patterns(environment, organisation);
    this.stage = environment.environment().word();
    this.machines = machines.stream().sorted(smallestFirst()).toList();
  }

  /**
   * For nodes.
   *
   * @param zones those of the region that may be used
   */
  public static MachineSelector forNodes(
      Catalog catalog,
      Environment environment,
      Organisation organisation,
      Collection<String> zones) {
    return new MachineSelector(
        catalog, environment, organisation, zones, catalog.machines(environment.cloud()));
  }

  /**
   * For the cloud's managed endpoints.
   *
   * @param machines those that endpoints may have
   */
  public static MachineSelector forServing(
      Catalog catalog,
      Environment environment,
      Organisation organisation,
      Collection<String> zones,
      List<MachineShape> machines) {
    return new MachineSelector(catalog, environment, organisation, zones, machines);
  }

  /**
   * A machine with exactly so many accelerators.
   *
   * @param path of the key that asks, such as clusters[0].nodePools[1].accelerator
   * @param countKey its key that says how many, such as perNode
   * @param fabricPath of the key that asks for RDMA, when one does
   */
  public MachineChoice accelerated(
      String path, AcceleratorType type, int count, String countKey, Optional<String> fabricPath) {
    List<MachineShape> ofType = having(m -> m.accelerator().filter(type::equals).isPresent());
    if (ofType.isEmpty()) {
      return refused(
          path + ".type",
          "no machine type of " + cloud.word() + " in the catalog has " + type.word(),
          "use " + acceleratorsHere());
    }
    List<MachineShape> ofCount =
        ofType.stream().filter(m -> m.acceleratorCount() == count).toList();
    if (ofCount.isEmpty()) {
      return refused(
          path + "." + countKey,
          "no machine type of " + cloud.word() + " has " + count + " × " + type.word(),
          "use " + Text.or(counts(ofType, count, countKey)));
    }
    List<MachineShape> fitting =
        ofCount.stream().filter(m -> fabricPath.isEmpty() || m.fabric().isPresent()).toList();
    if (fitting.isEmpty()) {
      return withoutFabric(fabricPath.orElseThrow(), ofCount, m -> m.accelerator().isPresent());
    }
    String wanted = count + " × " + type.word();
    return place(path + ".type", fitting, wanted)
        .orElseGet(() -> chosen(path + ".type", here(fitting), wanted));
  }

  /** A machine without accelerators and with at least so much. */
  public MachineChoice plain(String path, Cpu cpu, Optional<String> fabricPath) {
    List<MachineShape> plain = having(m -> m.accelerator().isEmpty());
    List<MachineShape> fitting =
        plain.stream()
            .filter(m -> m.vcpus() >= cpu.vcpus() && m.memoryGib() >= cpu.memoryGib())
            .toList();
    String wanted = Text.count(cpu.vcpus(), "vCPU") + ", " + Text.number(cpu.memoryGib()) + " GiB";
    if (fitting.isEmpty()) {
      return refused(
          path,
          "no machine type of " + cloud.word() + " has " + wanted,
          plain.stream()
              .max(Comparator.comparing(MachineShape::memoryGib))
              .map(largest -> "the largest is " + largest.name() + " with " + size(largest))
              .orElse("no machine type of " + cloud.word() + " is without accelerators"));
    }
    if (fabricPath.isPresent() && fitting.get(0).fabric().isEmpty()) {
      return withoutFabric(fabricPath.get(), fitting.subList(0, 1), m -> m.accelerator().isEmpty());
    }
    return place(path, fitting, wanted).orElseGet(() -> chosen(path, here(fitting), wanted));
  }

  /** Refuses when none is in the zones. */
  private Optional<MachineChoice> place(String path, List<MachineShape> fitting, String wanted) {
    if (!here(fitting).isEmpty()) {
      return Optional.empty();
    }
    boolean elsewhereInRegion =
        fitting.stream().anyMatch(m -> !catalog.offered(m, region).isEmpty());
    String names = Text.and(fitting.stream().limit(ALTERNATIVES).map(MachineShape::name).toList());
    if (elsewhereInRegion) {
      String others =
          fitting.stream()
              .filter(m -> !catalog.offered(m, region).isEmpty())
              .map(m -> m.name() + " in " + Text.or(catalog.offered(m, region)))
              .limit(ALTERNATIVES)
              .collect(Collectors.joining("; "));
      return Optional.of(
          refused(
              path,
              wanted
                  + " ("
                  + names
                  + ") is not offered in the network's zones "
                  + Text.and(List.copyOf(zones)),
              "add a subnet in a zone that offers it: " + others));
    }
    return Optional.of(
        refused(
            path,
            wanted + " (" + names + ") is not offered in " + region,
            regionsWith(fitting) + "; or in " + region + " use " + similarHere(fitting)));
  }

  private MachineChoice chosen(String path, List<MachineShape> candidates, String wanted) {
    List<MachineShape> allowed = candidates.stream().filter(this::allowed).toList();
    if (allowed.isEmpty()) {
      return new MachineChoice.Refused(disallowed(path, candidates));
    }
    MachineShape machine = allowed.get(0);
    String reason = "the smallest with " + wanted;
    String size = size(machine);
    if (!size.equals(wanted)) {
      reason += ": " + size;
    }
    if (!machine.equals(candidates.get(0))) {
      reason += "; organisation.yaml refuses " + candidates.get(0).name();
    }
    return new MachineChoice.Chosen(machine, reason);
  }

  /** The problem of a machine type that the organisation does not allow. */
  Optional<Problem> refusal(String path, MachineShape machine) {
    return allowed(machine) ? Optional.empty() : Optional.of(disallowed(path, List.of(machine)));
  }

  private Problem disallowed(String path, List<MachineShape> candidates) {
    String names =
        Text.or(candidates.stream().limit(ALTERNATIVES).map(MachineShape::name).toList());
    return Problem.of(
        path,
        "organisation.yaml does not allow " + names + " in " + stage,
        "allowed machine types are " + String.join(", ", patterns.orElse(List.of())));
  }

  private MachineChoice withoutFabric(
      String path, List<MachineShape> machines, Predicate<MachineShape> alike) {
    List<String> with =
        having(alike).stream()
            .filter(m -> m.fabric().isPresent() && !zonesOf(m).isEmpty() && allowed(m))
            .map(MachineShape::name)
            .toList();
    return refused(
        path,
        machines.get(0).name() + " has no RDMA network",
        with.isEmpty()
            ? "use fabric: none; no machine type in " + region + " has one"
            : "use fabric: none, or a machine type that has one: "
                + Text.orMore(with, FABRIC_ALTERNATIVES));
  }

  private String regionsWith(List<MachineShape> machines) {
    List<Region> regions =
        catalog.regionsNear(cloud, region).stream()
            .filter(r -> machines.stream().anyMatch(m -> !catalog.offered(m, r.name()).isEmpty()))
            .toList();
    if (regions.isEmpty()) {
      return "no region in the catalog offers it";
    }
    List<Region> allowed =
        regions.stream()
            .filter(r -> allowedRegions.isEmpty() || allowedRegions.contains(r.name()))
            .toList();
    List<String> names =
        (allowed.isEmpty() ? regions : allowed)
            .stream().limit(ALTERNATIVES).map(Region::name).toList();
    return "use region "
        + Text.or(names)
        + (allowed.isEmpty() ? " (residency.allowedRegions must allow it)" : "");
  }

  /** The machines of the region that come closest in accelerators, else in size. */
  private String similarHere(List<MachineShape> wanted) {
    MachineShape like = wanted.get(0);
    Comparator<MachineShape> nearest =
        Comparator.<MachineShape>comparingInt(
                m -> Math.abs(m.acceleratorCount() - like.acceleratorCount()))
            .thenComparingDouble(
                m -> Math.abs(m.acceleratorMemoryGib() - like.acceleratorMemoryGib()))
            .thenComparingInt(m -> Math.abs(m.vcpus() - like.vcpus()));
    List<String> names =
        having(m -> m.accelerator().isPresent() == like.accelerator().isPresent()).stream()
            .filter(m -> !zonesOf(m).isEmpty() && allowed(m))
            .sorted(nearest)
            .limit(ALTERNATIVES)
            .map(this::described)
            .toList();
    return names.isEmpty() ? "no accelerator" : Text.or(names);
  }

  /** The accelerators that the region has, with the machines that carry them. */
  public String acceleratorsHere() {
    List<String> words =
        having(m -> m.accelerator().isPresent() && allowed(m) && !zonesOf(m).isEmpty()).stream()
            .flatMap(m -> m.accelerator().stream())
            .distinct()
            .sorted()
            .map(AcceleratorType::word)
            .toList();
    return words.isEmpty() ? "no accelerator" : Text.or(words);
  }

  private List<String> counts(List<MachineShape> machines, int wanted, String key) {
    List<MachineShape> near = here(machines).isEmpty() ? machines : here(machines);
    return near.stream()
        .collect(
            Collectors.toMap(
                MachineShape::acceleratorCount, MachineShape::name, (first, other) -> first))
        .entrySet()
        .stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Integer, String> e) -> Math.abs((long) e.getKey() - wanted))
                .thenComparing(Map.Entry::getKey))
        .limit(ALTERNATIVES)
        .map(e -> key + ": " + e.getKey() + " (" + e.getValue() + ")")
        .toList();
  }

  private String described(MachineShape machine) {
    return machine
        .accelerator()
        .map(a -> machine.acceleratorCount() + " × " + a.word() + " (" + machine.name() + ")")
        .orElse(machine.name());
  }

  private static String size(MachineShape machine) {
    String plain = machine.vcpus() + " vCPUs, " + Text.number(machine.memoryGib()) + " GiB";
    return machine.accelerator().isEmpty()
        ? plain
        : Text.number(machine.acceleratorMemoryGib()) + " GiB each, " + plain;
  }

  private List<MachineShape> having(Predicate<MachineShape> predicate) {
    return machines.stream().filter(predicate).toList();
  }

  private List<MachineShape> here(List<MachineShape> machines) {
    return machines.stream().filter(m -> !zonesOf(m).isEmpty()).toList();
  }

  /** The zones of those that may be used in which a machine type exists. */
  public List<String> zonesOf(MachineShape machine) {
    return catalog.offered(machine, region).stream().filter(zones::contains).toList();
  }

  private boolean allowed(MachineShape machine) {
    String counterpart = catalog.nodeCounterpart(machine).name();
    return patterns
        .map(p -> p.stream().anyMatch(x -> matches(x, machine.name()) || matches(x, counterpart)))
        .orElse(true);
  }

  private static boolean matches(String pattern, String name) {
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  private static Optional<List<String>> patterns(
      Environment environment, Organisation organisation) {
    return Optional.ofNullable(organisation.environments().get(environment.environment()))
        .map(StageLimits::machineTypes)
        .map(types -> types.get(environment.cloud()));
  }

  private static Comparator<MachineShape> smallestFirst() {
    return Comparator.comparingInt(MachineShape::vcpus)
        .thenComparingDouble(MachineShape::memoryGib)
        .thenComparingDouble(MachineShape::acceleratorMemoryGib);
  }

  private static MachineChoice refused(String path, String reason, String remedy) {
    return new MachineChoice.Refused(Problem.of(path, reason, remedy));
  }
}
