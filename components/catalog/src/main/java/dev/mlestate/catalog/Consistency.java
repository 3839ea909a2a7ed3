package dev.mlestate.catalog;

import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Cloud;
import dev.mlestate.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds rows that contradict each other. */
final class Consistency {
  private final List<Problem> problems = new ArrayList<>();
  private final CatalogData data;

  private Consistency(CatalogData data) {
    this.data = data;
  }

  static List<Problem> check(CatalogData data) {
    Consistency check = new Consistency(data);
    check.accelerators();
    check.machines();
    check.servingMachines();
    check.offerings();
    check.quotas();
    check.kubernetes();
    check.tpus();
    check.tpuSlices();
    check.gkeAccelerators();
    return check.problems;
  }

  private void accelerators() {
    unique("accelerators.csv", data.accelerators().stream().map(a -> a.type().word()));
    for (AcceleratorType type : AcceleratorType.values()) {
      if (data.accelerators().stream().noneMatch(a -> a.type() == type)) {
        problem("accelerators.csv has no row for " + type.word());
      }
    }
  }

  private void machines() {
    for (List<MachineShape> use : List.of(data.nodeMachines(), data.servingMachines())) {
      unique("machines.csv", use.stream().map(m -> Catalog.key(m.cloud(), m.name())));
    }
    Stream.concat(data.nodeMachines().stream(), data.servingMachines().stream())
        .forEach(this::machine);
    Set<String> quotas = new HashSet<>();
    data.quotas().forEach(q -> quotas.add(Catalog.key(q.cloud(), q.code())));
    data.nodeMachines().stream()
        .filter(m -> !quotas.contains(Catalog.key(m.cloud(), m.quota())))
        .forEach(
            m -> problem(m.name() + " counts against quota " + m.quota() + ", which is unknown"));
    data.nodeMachines().stream()
        .filter(m -> m.maxPods() <= 0)
        .forEach(m -> problem(m.name() + " is for nodes but runs no pods"));
  }

  private void machine(MachineShape m) {
    if (m.vcpus() <= 0 || m.memoryGib() <= 0) {
      problem(m.name() + " has no vCPUs or no memory");
    }
    if (m.accelerator().isPresent() != (m.acceleratorCount() > 0)
        || m.accelerator().isPresent() != (m.acceleratorMemoryGib() > 0)) {
      problem(m.name() + " must have an accelerator, its count and its memory, or none of them");
    }
    m.fabric()
        .filter(f -> f.interfaces() <= 0 || f.gbps() <= 0)
        .ifPresent(f -> problem(m.name() + " has a fabric without interfaces or speed"));
  }

  private void servingMachines() {
    Map<String, MachineShape> nodes = new HashMap<>();
    data.nodeMachines().forEach(m -> nodes.put(Catalog.key(m.cloud(), m.name()), m));
    for (MachineShape m : data.servingMachines()) {
      MachineShape node = nodes.get(Catalog.key(m.cloud(), Catalog.nodeName(m)));
      if (node == null) {
        problem(m.name() + " has no virtual machine type of the same name in machines.csv");
      } else if (node.vcpus() != m.vcpus()
          || node.memoryGib() != m.memoryGib()
          || !node.accelerator().equals(m.accelerator())
          || node.acceleratorCount() != m.acceleratorCount()) {
        problem(m.name() + " differs from " + node.name());
      }
    }
  }

  private void offerings() {
    unique("regions.csv", data.regions().stream().map(r -> Catalog.key(r.cloud(), r.name())));
    unique(
        "offerings.csv",
        data.offerings().stream().map(o -> Catalog.key(o.cloud(), o.region(), o.machine())));
    Map<String, Region> regions = new HashMap<>();
    data.regions().forEach(r -> regions.put(Catalog.key(r.cloud(), r.name()), r));
    Set<String> machines = new HashSet<>();
    data.nodeMachines().forEach(m -> machines.add(Catalog.key(m.cloud(), m.name())));
    for (Offering o : data.offerings()) {
      Region region = regions.get(Catalog.key(o.cloud(), o.region()));
      if (region == null) {
        problem("offerings.csv names region " + o.region() + ", which is not in regions.csv");
      } else {
        o.zones().stream()
            .filter(z -> !region.zones().contains(z))
            .forEach(
                z -> problem(o.machine() + " is offered in " + z + ", no zone of " + o.region()));
      }
      if (!machines.contains(Catalog.key(o.cloud(), o.machine()))) {
        problem("offerings.csv names machine " + o.machine() + ", which is not in machines.csv");
      }
    }
  }

  private void quotas() {
    unique("quotas.csv", data.quotas().stream().map(q -> Catalog.key(q.cloud(), q.code())));
  }

  private void kubernetes() {
    unique(
        "kubernetes.csv", data.kubernetes().stream().map(v -> Catalog.key(v.cloud(), v.version())));
    Map<Cloud, KubernetesVersion> before = new HashMap<>();
    for (KubernetesVersion v : data.kubernetes()) {
      if (!v.endOfExtendedSupport().isAfter(v.endOfStandardSupport())) {
        problem(v.version() + " leaves extended support before standard support");
      }
      KubernetesVersion newer = before.put(v.cloud(), v);
      if (newer != null && !newer.endOfStandardSupport().isAfter(v.endOfStandardSupport())) {
        problem(v.version() + " must stand before " + newer.version() + ": newest first");
      }
    }
  }

  private void gkeAccelerators() {
    unique("gke-accelerators.csv", data.gkeAccelerators().stream().map(GkeAccelerator::machine));
    Set<String> named = new TreeSet<>();
    data.gkeAccelerators().forEach(a -> named.add(a.machine()));
    Stream.concat(
            data.nodeMachines().stream()
                .filter(m -> m.cloud() == Cloud.GCP && m.accelerator().isPresent())
                .map(MachineShape::name),
            data.tpus().stream().map(TpuShape::name))
        .filter(name -> !named.remove(name))
        .forEach(name -> problem("gke-accelerators.csv does not name the accelerator of " + name));
    named.forEach(
        name -> problem("gke-accelerators.csv names " + name + ", which is no machine with one"));
  }

  private void tpus() {
    unique("tpus.csv", data.tpus().stream().map(t -> Catalog.key(t.cloud(), t.name())));
    for (TpuShape tpu : data.tpus()) {
      if (tpu.chips() <= 0
          || tpu.vcpus() <= 0
          || tpu.memoryGib() <= 0
          || tpu.chipMemoryGib() <= 0) {
        problem(tpu.name() + " has no chips, vCPUs or memory");
      }
      if (data.quotas().stream()
          .noneMatch(q -> q.cloud() == tpu.cloud() && q.code().equals(tpu.quota()))) {
        problem(tpu.name() + " counts against quota " + tpu.quota() + ", which is unknown");
      }
      tpu.zones().stream()
          .filter(
              z ->
                  data.regions().stream()
                      .noneMatch(r -> r.cloud() == tpu.cloud() && r.zones().contains(z)))
          .forEach(z -> problem(tpu.name() + " is offered in " + z + ", no zone in regions.csv"));
    }
  }

  private void tpuSlices() {
    unique(
        "tpu-slices.csv",
        data.tpuSlices().stream()
            .map(s -> s.generation().word() + " " + s.topology() + " " + s.machine()));
    for (TpuSlice slice : data.tpuSlices()) {
      String name = slice.generation().word() + " " + slice.topology();
      List<TpuShape> machines =
          data.tpus().stream()
              .filter(t -> t.generation() == slice.generation())
              .filter(t -> t.name().equals(slice.machine()))
              .toList();
      if (machines.isEmpty()) {
        problem(name + " is of " + slice.machine() + ", which is not in tpus.csv");
      } else if (machines.get(0).chips() * slice.hosts() != slice.chips()) {
        problem(
            name
                + " has "
                + slice.hosts()
                + " hosts, which is not its chips by those of "
                + slice.machine());
      }
    }
  }

  private void unique(String file, Stream<String> keys) {
    Set<String> seen = new HashSet<>();
    keys.filter(k -> !seen.add(k)).forEach(k -> problem(file + " has " + k + " twice"));
  }

  private void problem(String reason) {
    problems.add(Problem.of("", reason));
  }
}
