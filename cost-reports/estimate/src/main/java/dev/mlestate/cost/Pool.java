package dev.mlestate.cost;

import dev.mlestate.cost.prices.MachinePrice;
import dev.mlestate.cost.prices.Price;
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
record Pool(String path, String name, List<NodeGroup> groups, Ledger ledger) {
  private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

  private static final List<CapacityOption> USUAL_ORDER =
      List.of(
          CapacityOption.RESERVATION,
          CapacityOption.QUEUED,
          CapacityOption.SPOT,
          CapacityOption.ON_DEMAND);

  /** A way to get the pool's machines, with its price. */
  private record Offer(NodeGroup group, CapacityOption option, Price price) {}

  Pool {
    groups = List.copyOf(groups);
  }

  void charge() {
    NodeGroup any = groups.get(0);
    Resource first = any.resource();
    ledger.egress(name, first);
    Optional<String> machine = any.machine();
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
    NodeGroup paid = offers.isEmpty() ? any : offers.get(0).group();
    paid.disks(ledger, path + ": disks", nodes);
  }

  private void charge(String machine, Optional<BigDecimal> hours, List<Offer> offers) {
    Offer chosen = offers.get(0);
    String item = path + ": " + machine + " " + chosen.option().word();
    if (hours.isEmpty()) {
      ledger.unknown(item, chosen.group().resource());
      return;
    }
    if (chosen.option() == CapacityOption.RESERVATION) {
      ledger.assume(
          path
              + " runs on its reservation at the on-demand price; a reservation is billed whether"
              + " used or not, and what the pool leaves unused is not counted");
    }
    if (chosen.option() == CapacityOption.QUEUED) {
      ledger.assume(path + " is queued at the on-demand price; a discount on it is not counted");
    }
    if (offers.size() < groups.size()) {
      ledger.assume(
          "%s has no price of %s as spot: it counts as %s"
              .formatted(path, machine, chosen.option().word()));
    }
    Comparator<Offer> byPrice = Comparator.comparing(offer -> offer.price().usd());
    ledger.post(
        Section.CLUSTERS,
        item,
        chosen.group().resource(),
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
              CapacityOption option = group.option();
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
                .thenComparing(offer -> offer.group().resource().urn()))
        .toList();
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

  /**
   * At its maximum for the hours of use, never below its minimum nor below what is reserved for it;
   * empty: not known.
   */
  private Optional<BigDecimal> averageNodes() {
    BigDecimal least = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    for (NodeGroup group : groups) {
      Optional<BigDecimal> min = group.least();
      Optional<BigDecimal> max = group.most();
      if (min.isEmpty() || max.isEmpty()) {
        return Optional.empty();
      }
      least = least.add(min.get());
      most = most.max(max.get());
    }
    BigDecimal hoursPerDay =
        ledger.usage(name, "hoursPerDay", Usage::hoursPerDay, ledger.defaults().hoursPerDay());
    return Optional.of(
        least
            .max(ledger.reservedNodes(name))
            .max(most.multiply(hoursPerDay).divide(HOURS_OF_A_DAY, MathContext.DECIMAL64)));
  }
}
