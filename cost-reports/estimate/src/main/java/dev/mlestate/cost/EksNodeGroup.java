package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.CapacityOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A managed node group of EKS.
 *
 * @param templates its launch templates
 */
record EksNodeGroup(Resource resource, String name, List<Resource> templates) implements NodeGroup {
  static final String TYPE = "aws:eks/nodeGroup:NodeGroup";

  private static final String LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

  /** The disk of a node group without a launch template (EKS API, CreateNodegroup, 2026-11-23). */
  private static final int DEFAULT_DISK_GIB = 20;

  EksNodeGroup {
    templates = List.copyOf(templates);
  }

  static EksNodeGroup of(Resource group, Ledger ledger) {
    return new EksNodeGroup(
        group, ledger.shortName(group), ledger.dependencies(group, LAUNCH_TEMPLATE));
  }

  private Facts facts() {
    return new Facts(resource);
  }

  @Override
  public Optional<String> pool() {
    return facts().member("labels", POOL_LABEL);
  }

  @Override
  public Optional<String> machine() {
    return facts().text("instanceTypes[0]");
  }

  @Override
  public CapacityOption option() {
    Facts facts = facts();
    if (facts.text("capacityType").filter("SPOT"::equals).isPresent()) {
      return CapacityOption.SPOT;
    }
    boolean reserved =
        facts.text("capacityType").filter("CAPACITY_BLOCK"::equals).isPresent()
            || templates.stream()
                .anyMatch(template -> new Facts(template).has("capacityReservationSpecification"));
    return reserved ? CapacityOption.RESERVATION : CapacityOption.ON_DEMAND;
  }

  @Override
  public Optional<BigDecimal> least() {
    return facts().number("scalingConfig.minSize", 0);
  }

  @Override
  public Optional<BigDecimal> most() {
    return facts().number("scalingConfig.maxSize", 0);
  }

  @Override
  public void disks(Ledger ledger, String item, Optional<BigDecimal> nodes) {
    if (templates.isEmpty()) {
      Optional<BigDecimal> size = facts().number("diskSize", DEFAULT_DISK_GIB);
      NodeGroup.eachNode(ledger, resource, item, Service.BLOCK_STORAGE_GP3_GIB_MONTH, size, nodes);
      return;
    }
    Facts template = new Facts(templates.get(0));
    for (int i = 0; template.has("blockDeviceMappings[" + i + "]"); i++) {
      String volume = "blockDeviceMappings[" + i + "].ebs.";
      String type = template.text(volume + "volumeType").orElse("gp3");
      if (!type.equals("gp3")) {
        ledger.noPrice(item, resource.urn(), "a volume of type " + type);
        continue;
      }
      NodeGroup.eachNode(
          ledger,
          resource,
          item,
          Service.BLOCK_STORAGE_GP3_GIB_MONTH,
          template.number(volume + "volumeSize", DEFAULT_DISK_GIB),
          nodes);
      above(
          ledger,
          item,
          Service.BLOCK_STORAGE_GP3_IOPS_MONTH,
          template,
          volume + "iops",
          3000,
          nodes);
      above(
          ledger,
          item,
          Service.BLOCK_STORAGE_GP3_MIBPS_MONTH,
          template,
          volume + "throughput",
          125,
          nodes);
    }
  }

  /** What is provisioned above what the size includes. */
  private void above(
      Ledger ledger,
      String item,
      Service service,
      Facts template,
      String path,
      int included,
      Optional<BigDecimal> nodes) {
    if (template.has(path)) {
      Optional<BigDecimal> more =
          template
              .number(path, included)
              .map(n -> n.subtract(BigDecimal.valueOf(included)).max(BigDecimal.ZERO));
      NodeGroup.eachNode(ledger, resource, item, service, more, nodes);
    }
  }
}
