package dev.mlestate.cost;

import dev.mlestate.cost.prices.MachinePrice;
import dev.mlestate.cost.prices.Price;
import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.NodePool;
import dev.mlestate.model.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A node pool with its node groups, one for each capacity option.
 *
 * @param path the cluster and the pool
 */
record Pool(String path, String name, List<Resource> groups, Ledger ledger) {
  private static final String LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

  /** The disk of a node group without a launch template (EKS API, CreateNodegroup, 2026-11-23). */
  private static final int DEFAULT_DISK_GIB = 20;

  private static final List<CapacityOption> USUAL_ORDER =
      List.of(
          CapacityOption.RESERVATION,
          CapacityOption.QUEUED,
          CapacityOption.SPOT,
          CapacityOption.ON_DEMAND);

  /** A way to get the pool's machines, with its price. */
  private record Offer(Resource group, CapacityOption option, Price price) {}

  Pool {
    groups = List.copyOf(groups);
  }

  void charge() {
    Resource first = groups.get(0);
    ledger.egress(name, first);
    Optional<String> machine = new Facts(first).text("instanceTypes[0]");
    if (machine.isEmpty()) {
      ledger.unknown(path, first);
      ledger.use(path, first, "(unknown)", Optional.empty(), Optional.empty());
      return;
    }
    Optional<BigDecimal> nodes = averageNodes();
    Optional<BigDecimal> hours = nodes.map(n -> n.multiply(Ledger.HOURS));
    Optional<MachinePrice> price = ledger.machine(machine.get());
    List<Offer> offers = price.map(this::offers).orElse(List.of());
    ledger.use(
        path, first, machine.get(), hours, offers.stream().findFirst().map(o -> o.price().usd()));
    if (offers.isEmpty()) {
      ledger.noPrice(path, first.urn(), machine.get() + (price.isEmpty() ? "" : " as spot"));
    } else {
      charge(machine.get(), hours, offers);
    }
    disks(nodes, offers.isEmpty() ? first : offers.get(0).group());
  }

  private void charge(String machine, Optional<BigDecimal> hours, List<Offer> offers) {
    Offer chosen = offers.get(0);
    String item = path + ": " + machine + " " + chosen.option().word();
    if (hours.isEmpty()) {
      ledger.unknown(item, chosen.group());
      return;
    }
    if (chosen.option() == CapacityOption.RESERVATION) {
      ledger.assume(
          path
              + " runs on its reservation at the on-demand price; a reservation is billed whether"
              + " used or not, and what the pool leaves unused is not counted");
    }
    Comparator<Offer> byPrice = Comparator.comparing(offer -> offer.price().usd());
    ledger.post(
        Section.CLUSTERS,
        item,
        chosen.group(),
        hours.get(),
        "h",
        chosen.price().usd(),
        offers.stream().min(byPrice).orElse(chosen).price().usd(),
        offers.stream().max(byPrice).orElse(chosen).price().usd(),
        chosen.price().source());
  }

  /** The groups whose option has a price, in the order in which the pool tries them. */
  private List<Offer> offers(MachinePrice price) {
    List<CapacityOption> order =
        declared().map(NodePool::capacity).filter(c -> !c.isEmpty()).orElse(USUAL_ORDER);
    return groups.stream()
        .flatMap(
            group -> {
              CapacityOption option = option(group);
              Optional<Price> paid =
                  option == CapacityOption.SPOT ? price.spot() : Optional.of(price.onDemand());
              return paid.map(p -> new Offer(group, option, p)).stream();
            })
        .sorted(
            Comparator.comparing(
                    (Offer offer) -> {
                      int at = order.indexOf(offer.option());
                      return at < 0 ? order.size() : at;
                    })
                .thenComparing(offer -> offer.group().urn()))
        .toList();
  }

  private CapacityOption option(Resource group) {
    Facts facts = new Facts(group);
    if (facts.text("capacityType").filter("SPOT"::equals).isPresent()) {
      return CapacityOption.SPOT;
    }
    boolean reserved =
        facts.text("capacityType").filter("CAPACITY_BLOCK"::equals).isPresent()
            || ledger.dependencies(group, LAUNCH_TEMPLATE).stream()
                .anyMatch(template -> new Facts(template).has("capacityReservationSpecification"));
    return reserved ? CapacityOption.RESERVATION : CapacityOption.ON_DEMAND;
  }

  private Optional<NodePool> declared() {
    return ledger.environment().clusters().stream()
        .flatMap(
            cluster ->
                cluster.nodePools().stream()
                    .filter(
                        pool ->
                            path.equals(cluster.name() + "/" + pool.name())
                                || path.equals(pool.name())))
        .findFirst();
  }

  /** At its maximum for the hours of use, never below its minimum; empty: not known. */
  private Optional<BigDecimal> averageNodes() {
    BigDecimal least = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    for (Resource group : groups) {
      Facts facts = new Facts(group);
      Optional<BigDecimal> min = facts.number("scalingConfig.minSize", 0);
      Optional<BigDecimal> max = facts.number("scalingConfig.maxSize", 0);
      if (min.isEmpty() || max.isEmpty()) {
        return Optional.empty();
      }
      least = least.add(min.get());
      most = most.max(max.get());
    }
    BigDecimal hoursPerDay =
        ledger.usage(name, "hoursPerDay", Usage::hoursPerDay, ledger.defaults().hoursPerDay());
    return Optional.of(
        least.max(most.multiply(hoursPerDay).divide(HOURS_OF_A_DAY, MathContext.DECIMAL64)));
  }

  private void disks(Optional<BigDecimal> nodes, Resource group) {
    List<Resource> templates = ledger.dependencies(group, LAUNCH_TEMPLATE);
    String item = path + ": disks";
    if (templates.isEmpty()) {
      Optional<BigDecimal> size = new Facts(group).number("diskSize", DEFAULT_DISK_GIB);
      disk(group, item, Service.BLOCK_STORAGE_GP3_GIB_MONTH, size, nodes);
      return;
    }
    Facts template = new Facts(templates.get(0));
    for (int i = 0; template.has("blockDeviceMappings[" + i + "]"); i++) {
      String volume = "blockDeviceMappings[" + i + "].ebs.";
      String type = template.text(volume + "volumeType").orElse("gp3");
      if (!type.equals("gp3")) {
        ledger.noPrice(item, group.urn(), "a volume of type " + type);
        continue;
      }
      disk(
          group,
          item,
          Service.BLOCK_STORAGE_GP3_GIB_MONTH,
          template.number(volume + "volumeSize", DEFAULT_DISK_GIB),
          nodes);
      above(
          group,
          item,
          Service.BLOCK_STORAGE_GP3_IOPS_MONTH,
          template,
          volume + "iops",
          3000,
          nodes);
      above(
          group,
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
      Resource group,
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
      disk(group, item, service, more, nodes);
    }
  }

  private void disk(
      Resource group,
      String item,
      Service service,
      Optional<BigDecimal> each,
      Optional<BigDecimal> nodes) {
    ledger.charge(
        Section.CLUSTERS, group, item, service, nodes.flatMap(n -> each.map(n::multiply)));
  }
}
