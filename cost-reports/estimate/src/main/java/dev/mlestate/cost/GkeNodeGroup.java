package dev.mlestate.cost;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cloud;
import java.math.BigDecimal;
import java.util.Optional;

/** A node pool of GKE. */
record GkeNodeGroup(Resource resource, String name, Catalog catalog) implements NodeGroup {
  static final String TYPE = "gcp:container/nodePool:NodePool";

  /** GKE, NodeConfig.diskSizeGb (google-beta provider 5.0.0, read 2026-11-24). */
  private static final int DEFAULT_DISK_GIB = 100;

  static GkeNodeGroup of(Resource pool, Ledger ledger) {
    return new GkeNodeGroup(pool, ledger.shortName(pool), ledger.catalog());
  }

  private Facts facts() {
    return new Facts(resource);
  }

  @Override
  public Optional<String> pool() {
    return facts().member("nodeConfig.labels", POOL_LABEL);
  }

  /** Attached accelerators are part of the name: n1-standard-4+1xT4. */
  @Override
  public Optional<String> machine() {
    Facts facts = facts();
    Optional<String> type = facts.text("nodeConfig.machineType");
    String accelerator = "nodeConfig.guestAccelerators[0].";
    if (!facts.has(accelerator + "type")) {
      return type;
    }
    Optional<BigDecimal> count = facts.number(accelerator + "count", 1);
    return type.flatMap(
        machine ->
            count.map(
                n ->
                    attached(
                        machine,
                        n.toBigInteger().toString(),
                        facts.text(accelerator + "type").orElse(""))));
  }

  private String attached(String machine, String count, String accelerator) {
    return catalog.machines(Cloud.GCP).stream()
        .map(MachineShape::name)
        .filter(shape -> shape.startsWith(machine + "+" + count + "x"))
        .filter(shape -> catalog.gkeAccelerator(shape).filter(accelerator::equals).isPresent())
        .findFirst()
        .orElse(machine);
  }

  @Override
  public CapacityOption option() {
    Facts facts = facts();
    if (facts.isTrue("nodeConfig.spot") || facts.isTrue("nodeConfig.preemptible")) {
      return CapacityOption.SPOT;
    }
    if (facts.isTrue("queuedProvisioning.enabled") || facts.isTrue("nodeConfig.flexStart")) {
      return CapacityOption.QUEUED;
    }
    boolean reserved =
        facts
            .text("nodeConfig.reservationAffinity.consumeReservationType")
            .filter("SPECIFIC_RESERVATION"::equals)
            .isPresent();
    return reserved ? CapacityOption.RESERVATION : CapacityOption.ON_DEMAND;
  }

  @Override
  public Optional<BigDecimal> least() {
    return nodes("autoscaling.totalMinNodeCount", "autoscaling.minNodeCount");
  }

  @Override
  public Optional<BigDecimal> most() {
    return nodes("autoscaling.totalMaxNodeCount", "autoscaling.maxNodeCount");
  }

  /** A pool without bounds has as many nodes in each zone as it says. */
  private Optional<BigDecimal> nodes(String total, String inEachZone) {
    Facts facts = facts();
    if (facts.has(total)) {
      return facts.number(total, 0);
    }
    if (facts.has("autoscaling")) {
      return facts.number(inEachZone, 0).flatMap(this::inAllZones);
    }
    return (facts.has("nodeCount")
            ? facts.number("nodeCount", 0)
            : facts.number("initialNodeCount", 0))
        .flatMap(this::inAllZones);
  }

  private Optional<BigDecimal> inAllZones(BigDecimal nodes) {
    Facts facts = facts();
    if (nodes.signum() == 0) {
      return Optional.of(nodes);
    }
    return facts.has("nodeLocations")
        ? facts.size("nodeLocations").map(nodes::multiply)
        : Optional.of(nodes);
  }

  @Override
  public void disks(Ledger ledger, String item, Optional<BigDecimal> nodes) {
    Facts facts = facts();
    if (facts.isUndetermined("nodeConfig.diskType")) {
      ledger.unknown(item, resource);
      return;
    }
    String type = facts.text("nodeConfig.diskType").orElse("pd-balanced");
    Optional<Service> service =
        switch (type) {
          case "pd-balanced" -> Optional.of(Service.BLOCK_STORAGE_BALANCED_GIB_MONTH);
          case "pd-ssd" -> Optional.of(Service.BLOCK_STORAGE_SSD_GIB_MONTH);
          case "pd-standard" -> Optional.of(Service.BLOCK_STORAGE_STANDARD_GIB_MONTH);
          case "hyperdisk-balanced" -> Optional.of(Service.BLOCK_STORAGE_HYPERDISK_GIB_MONTH);
          default -> Optional.empty();
        };
    if (service.isEmpty()) {
      ledger.noPrice(item, resource.urn(), "a disk of type " + type);
      return;
    }
    NodeGroup.eachNode(
        ledger,
        resource,
        item,
        service.get(),
        facts.number("nodeConfig.diskSizeGb", DEFAULT_DISK_GIB),
        nodes);
  }
}
