package dev.mlestate.azure.planning;

import dev.mlestate.model.Cidr;
import dev.mlestate.model.Egress;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.planning.Draft;
import dev.mlestate.planning.NetworkBlocks;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.NetworkPlanning;
import dev.mlestate.planning.PoolDraft;
import dev.mlestate.planning.RegionalLayout;
import dev.mlestate.planning.SubnetAllocator;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the virtual network to create: a subnet for each cluster, endpoints, serverless. */
final class AzureNetworkPlanner implements NetworkPlanning {
  private static final SubnetAllocator SUBNETS = AzureAddressNeeds.SUBNETS;

  /**
   * With less, the subnet of endpoints is smaller than a /27, and so is that of Container Apps,
   * which want one ("Networking in Azure Container Apps"; general knowledge, not read).
   */
  private static final int SMALLEST_PREFIX = 22;

  private static final int REST_BITS = 2;

  private final Environment environment;
  private final Draft draft;

  AzureNetworkPlanner(Environment environment, Draft draft) {
    this.environment = environment;
    this.draft = draft;
  }

  @Override
  public List<Cidr> cidrs() {
    return NetworkBlocks.of(environment);
  }

  @Override
  public NetworkPlan plan(
      List<String> zones, List<PoolDraft> pools, Map<String, List<String>> zonesOfPools) {
    NetworkBlocks.reach(environment, "Azure", draft);
    AzureAddressNeeds needs = new AzureAddressNeeds(environment, pools);
    Optional<ExistingNetwork> existing = environment.network().existing();
    int nat = environment.network().egress() == Egress.NONE ? 0 : 1;
    List<SubnetPlan> subnets =
        existing.isPresent()
            ? new AzureExistingNetwork(environment, draft, needs).plan(existing.get())
            : create(needs, nat);
    return new NetworkPlan(
        existing,
        environment.network().cidr(),
        zones,
        subnets,
        List.of(),
        existing.isPresent() ? 0 : nat);
  }

  private List<SubnetPlan> create(AzureAddressNeeds needs, int nat) {
    Optional<Cidr> network = NetworkBlocks.own(environment, draft);
    if (network.isEmpty()) {
      return List.of();
    }
    Cidr all = network.get();
    NetworkBlocks.callersInside(environment, all, draft);
    NetworkBlocks.clusters(environment, "Azure", draft);
    if (all.prefix() < SUBNETS.smallestPrefix() || all.prefix() > SMALLEST_PREFIX) {
      draft.problem(
          "network.cidr",
          "a network on Azure is /"
              + SUBNETS.smallestPrefix()
              + " to /"
              + SMALLEST_PREFIX
              + ", not /"
              + all.prefix(),
          "use /" + SUBNETS.smallestPrefix() + ": a network costs nothing for its size");
      return List.of();
    }
    RegionalLayout layout = new RegionalLayout(all);
    List<SubnetPlan> subnets = new ArrayList<>();
    int clusters = Math.min(environment.clusters().size(), RegionalLayout.MOST_CLUSTERS);
    for (int c = 0; c < clusters; c++) {
      subnets.add(cluster(layout.cluster(c), environment.clusters().get(c).name(), needs));
    }
    Cidr rest = layout.rest();
    int prefix = rest.prefix() + REST_BITS;
    if (environment.network().privateEndpoints()) {
      subnets.add(
          subnet(
              "endpoints",
              rest.block(prefix, 0),
              SubnetPlan.Tier.ENDPOINTS,
              AzureAddressNeeds.ENDPOINTS));
    }
    if (needs.hasServerless()) {
      subnets.add(serverless(rest.block(prefix, 1), needs));
    }
    explain(subnets, needs, nat);
    return subnets;
  }

  private SubnetPlan cluster(Cidr block, String name, AzureAddressNeeds needs) {
    long needed = needs.cluster(name);
    long usable = SUBNETS.usable(block);
    if (needed > usable) {
      int wider =
          environment.network().cidr().isEmpty()
              ? 0
              : SUBNETS
                  .subnetPrefix(needed)
                  .map(p -> block.prefix() - p)
                  .orElse(SUBNETS.largestPrefix());
      int prefix = Cidr.parse(environment.network().cidr()).orElseThrow().prefix() - wider;
      String lower =
          needs
              .greatest(name)
              .map(p -> "lower " + p.path() + ".nodes.max")
              .orElse("use fewer nodes");
      draft.problem(
          "network.cidr",
          environment.network().cidr()
              + " is too small: "
              + block
              + " of "
              + name
              + " has "
              + Text.number(usable)
              + " usable addresses, the plan needs "
              + Text.number(needed)
              + " ("
              + needs.explain(name)
              + ")",
          prefix >= SUBNETS.smallestPrefix()
              ? "use a block of /" + prefix + ", or " + lower
              : lower);
    }
    return new SubnetPlan(
        "private-" + name,
        Optional.empty(),
        Optional.of(name),
        block.toString(),
        SubnetPlan.Tier.PRIVATE,
        Math.toIntExact(Math.min(needed, usable)),
        Math.toIntExact(usable));
  }

  private SubnetPlan serverless(Cidr block, AzureAddressNeeds needs) {
    long needed = needs.serverless();
    long usable = SUBNETS.usable(block);
    if (needed > usable) {
      draft.problem(
          "network.cidr",
          environment.network().cidr()
              + " is too small: "
              + block
              + " of the serverless replicas has "
              + Text.number(usable)
              + " usable addresses, the plan needs "
              + Text.number(needed),
          "use a wider block, or fewer replicas");
    }
    return subnet("serverless", block, SubnetPlan.Tier.SERVERLESS, Math.min(needed, usable));
  }

  private static SubnetPlan subnet(String name, Cidr block, SubnetPlan.Tier tier, long needed) {
    return new SubnetPlan(
        name,
        Optional.empty(),
        Optional.empty(),
        block.toString(),
        tier,
        Math.toIntExact(needed),
        Math.toIntExact(SUBNETS.usable(block)));
  }

  private void explain(List<SubnetPlan> subnets, AzureAddressNeeds needs, int nat) {
    for (SubnetPlan subnet : subnets) {
      draft.decide(
          "network",
          subnet.name() + " " + subnet.cidr(),
          subnet
              .cluster()
              .map(
                  c ->
                      "a fixed part, so that a larger pool or another cluster moves none; nodes and"
                          + " pods need "
                          + Text.number(subnet.needed())
                          + " of "
                          + Text.number(subnet.usable())
                          + " addresses at most: "
                          + needs.explain(c))
              .orElse(
                  subnet.tier() == SubnetPlan.Tier.ENDPOINTS
                      ? "private endpoints of Azure's services"
                      : "delegated to Container Apps, which share a subnet with nothing"));
    }
    draft.decide(
        "network",
        nat == 0 ? "no egress" : "one NAT gateway for all subnets",
        nat == 0
            ? "the file says so; Azure's services have private endpoints"
            : "a subnet has one gateway, and Azure's is not tied to a machine");
  }
}
