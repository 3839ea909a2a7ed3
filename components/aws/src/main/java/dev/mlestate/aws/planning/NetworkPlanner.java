package dev.mlestate.aws.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.Cidr;
import dev.mlestate.model.Egress;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.model.Network;
import dev.mlestate.model.Stage;
import dev.mlestate.planning.Draft;
import dev.mlestate.planning.NetworkBlocks;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.NetworkPlanning;
import dev.mlestate.planning.PoolDraft;
import dev.mlestate.planning.SubnetAllocator;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans the network to create, or checks the one that exists. */
final class NetworkPlanner implements NetworkPlanning {
  /**
   * AWS keeps five addresses of each subnet; a subnet is /28 to /16 and so is a VPC's block (Amazon
   * VPC user guide, "Subnet CIDR blocks", 2026-08).
   */
  static final SubnetAllocator SUBNETS = new SubnetAllocator(5, 28, 16);

  private static final String EXISTING = "network.existing.privateSubnets";

  private final Environment environment;
  private final Catalog catalog;
  private final Draft draft;

  NetworkPlanner(Environment environment, Catalog catalog, Draft draft) {
    this.environment = environment;
    this.catalog = catalog;
    this.draft = draft;
  }

  @Override
  public List<Cidr> cidrs() {
    return NetworkBlocks.of(environment);
  }

  @Override
  public NetworkPlan plan(
      List<String> zones, List<PoolDraft> pools, Map<String, List<String>> zonesOfPools) {
    AddressNeeds needs = new AddressNeeds(environment, catalog, pools, zonesOfPools, zones.size());
    Network network = environment.network();
    NetworkBlocks.reach(environment, "AWS", draft);
    return network
        .existing()
        .map(e -> existing(e, zones, needs))
        .orElseGet(() -> create(zones, needs));
  }

  private NetworkPlan create(List<String> zones, AddressNeeds needs) {
    Network network = environment.network();
    int nat = natGateways(zones);
    NetworkPlan without =
        new NetworkPlan(Optional.empty(), network.cidr(), zones, List.of(), List.of(), nat);
    Optional<Cidr> vpc = NetworkBlocks.own(environment, draft);
    if (vpc.isEmpty()) {
      return without;
    }
    if (vpc.get().prefix() < SUBNETS.smallestPrefix()
        || vpc.get().prefix() > SUBNETS.largestPrefix()) {
      draft.problem(
          "network.cidr",
          "a VPC on AWS is /16 to /28, not /" + vpc.get().prefix(),
          "use /16: a network costs nothing for its size");
      return without;
    }
    long most = zones.stream().mapToLong(needs::in).max().orElse(0);
    Optional<SubnetAllocator.Layout> layout = SUBNETS.layout(vpc.get(), zones.size(), nat);
    if (layout.isEmpty()
        || layout.get().privateSubnets().stream().anyMatch(s -> SUBNETS.usable(s) < most)) {
      tooSmall(vpc.get(), zones, nat, needs, most);
      return without;
    }
    List<SubnetPlan> subnets = subnets(zones, needs, layout.get());
    explain(zones, needs, layout.get(), nat);
    return new NetworkPlan(Optional.empty(), network.cidr(), zones, subnets, List.of(), nat);
  }

  private void tooSmall(Cidr vpc, List<String> zones, int nat, AddressNeeds needs, long most) {
    String zone = zones.stream().filter(z -> needs.in(z) == most).findFirst().orElse("");
    Optional<Integer> prefix = SUBNETS.neededPrefix(zones.size(), nat, most);
    String lower =
        needs.greatest(zone).map(p -> "lower " + p.path() + ".nodes.max").orElse("use fewer zones");
    draft.problem(
        "network.cidr",
        vpc
            + " is too small for "
            + Text.count(zones.size(), "zone")
            + ": "
            + zone
            + " needs "
            + Text.number(most)
            + " addresses ("
            + needs.explain(zone)
            + ")",
        prefix
            .map(p -> "use a block of /" + p + ", or " + lower)
            .orElse(lower + ": even a VPC of /16 is too small"));
  }

  private static List<SubnetPlan> subnets(
      List<String> zones, AddressNeeds needs, SubnetAllocator.Layout layout) {
    List<SubnetPlan> subnets = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      Cidr cidr = layout.privateSubnets().get(i);
      subnets.add(
          subnet("private-", zones.get(i), cidr, SubnetPlan.Tier.PRIVATE, needs.in(zones.get(i))));
    }
    for (int i = 0; i < layout.publicSubnets().size(); i++) {
      Cidr cidr = layout.publicSubnets().get(i);
      subnets.add(subnet("public-", zones.get(i), cidr, SubnetPlan.Tier.PUBLIC, 1));
    }
    return subnets;
  }

  private static SubnetPlan subnet(
      String prefix, String zone, Cidr cidr, SubnetPlan.Tier tier, long needed) {
    return new SubnetPlan(
        prefix + zone,
        Optional.of(zone),
        Optional.empty(),
        cidr.toString(),
        tier,
        Math.toIntExact(needed),
        Math.toIntExact(SUBNETS.usable(cidr)));
  }

  private int natGateways(List<String> zones) {
    if (environment.network().egress() == Egress.NONE) {
      return 0;
    }
    return environment.environment() == Stage.PROD ? zones.size() : 1;
  }

  private void explain(
      List<String> zones, AddressNeeds needs, SubnetAllocator.Layout layout, int nat) {
    Cidr first = layout.privateSubnets().get(0);
    String zone = zones.stream().max(Comparator.comparingLong(needs::in)).orElse(zones.get(0));
    draft.decide(
        "network",
        Text.count(zones.size(), "private subnet")
            + " of /"
            + first.prefix()
            + " in "
            + environment.network().cidr(),
        "equal blocks, so that a larger pool moves none; "
            + zone
            + " needs "
            + Text.number(needs.in(zone))
            + " of "
            + Text.number(SUBNETS.usable(first))
            + " addresses at most: "
            + needs.explain(zone));
    if (nat == 0) {
      draft.decide(
          "network", "no egress", "the file says so; AWS's services have private endpoints");
    } else {
      draft.decide(
          "network",
          Text.count(nat, "NAT gateway")
              + " in public "
              + (nat == 1 ? "subnet " : "subnets ")
              + layout.publicSubnets().stream()
                  .map(Cidr::toString)
                  .collect(Collectors.joining(", ")),
          nat > 1
              ? "one for each zone: in prod a zone's failure must not cut off the others"
              : "one is enough outside prod");
    }
  }

  private NetworkPlan existing(ExistingNetwork existing, List<String> zones, AddressNeeds needs) {
    List<ExistingSubnet> subnets = existing.privateSubnets();
    NetworkBlocks.existing(existing, "VPC", draft);
    if (cidrs().size() == subnets.size()) {
      zones.forEach(z -> capacity(existing, z, needs));
    }
    draft.decide(
        "network",
        existing.id() + " with " + Text.count(subnets.size(), "private subnet"),
        "named in the file as existing; it has the addresses that the pools need at most");
    return new NetworkPlan(
        Optional.of(existing), environment.network().cidr(), zones, List.of(), List.of(), 0);
  }

  private void capacity(ExistingNetwork existing, String zone, AddressNeeds needs) {
    long usable =
        existing.privateSubnets().stream()
            .filter(s -> s.zone().filter(zone::equals).isPresent())
            .flatMap(s -> Cidr.parse(s.cidr()).stream())
            .mapToLong(SUBNETS::usable)
            .sum();
    long needed = needs.in(zone);
    if (usable < needed) {
      String lower = needs.greatest(zone).map(p -> "lower " + p.path() + ".nodes.max").orElse("");
      draft.problem(
          EXISTING,
          existing.id()
              + " has "
              + Text.number(usable)
              + " usable addresses in "
              + zone
              + ", the plan needs "
              + Text.number(needed)
              + " ("
              + needs.explain(zone)
              + ")",
          SUBNETS
                  .subnetPrefix(needed - usable)
                  .map(p -> "add a private subnet of /" + p + " in " + zone)
                  .orElse("spread the nodes over more zones")
              + (lower.isEmpty() ? "" : ", or " + lower));
    }
  }
}
