package dev.mlestate.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The tables, in the order of their rows.
 *
 * @param nodeAddresses by cloud and machine type, where its interfaces are known
 */
record CatalogData(
    LocalDate reviewed,
    List<AcceleratorFact> accelerators,
    List<MachineShape> nodeMachines,
    List<MachineShape> servingMachines,
    List<Region> regions,
    List<Offering> offerings,
    List<Quota> quotas,
    List<KubernetesVersion> kubernetes,
    List<TpuShape> tpus,
    List<TpuSlice> tpuSlices,
    Map<String, Integer> nodeAddresses,
    List<GkeAccelerator> gkeAccelerators) {
  CatalogData {
    accelerators = List.copyOf(accelerators);
    nodeMachines = List.copyOf(nodeMachines);
    servingMachines = List.copyOf(servingMachines);
    regions = List.copyOf(regions);
    offerings = List.copyOf(offerings);
    quotas = List.copyOf(quotas);
    kubernetes = List.copyOf(kubernetes);
    tpus = List.copyOf(tpus);
    tpuSlices = List.copyOf(tpuSlices);
    nodeAddresses = Map.copyOf(nodeAddresses);
    gkeAccelerators = List.copyOf(gkeAccelerators);
  }
}
