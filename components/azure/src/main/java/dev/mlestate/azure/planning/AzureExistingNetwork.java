package dev.mlestate.azure.planning;

import dev.mlestate.model.Cidr;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.model.SubnetUse;
import dev.mlestate.planning.Draft;
import dev.mlestate.planning.NetworkBlocks;
import dev.mlestate.planning.SubnetAllocator;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a virtual network that the company already has. Clusters use its subnets for nodes in
 * turn; private endpoints have a subnet of their own, or else the first of these; serverless
 * replicas always have their own.
 */
final class AzureExistingNetwork {
  private static final String SUBNETS = "network.existing.privateSubnets";
  private static final SubnetAllocator SIZES = AzureAddressNeeds.SUBNETS;

  private final Environment environment;
  private final Draft draft;
  private final AzureAddressNeeds needs;

  AzureExistingNetwork(Environment environment, Draft draft, AzureAddressNeeds needs) {
    this.environment = environment;
    this.draft = draft;
    this.needs = needs;
  }

  List<SubnetPlan> plan(ExistingNetwork existing) {
    NetworkBlocks.existing(existing, "network", draft);
    List<ExistingSubnet> all = existing.privateSubnets();
    List<ExistingSubnet> nodes = of(all, SubnetUse.NODES);
    List<SubnetPlan> plans = new ArrayList<>();
    boolean endpoints = environment.network().privateEndpoints();
    boolean shared = of(all, SubnetUse.ENDPOINTS).isEmpty();
    if (nodes.isEmpty() && (!environment.clusters().isEmpty() || (endpoints && shared))) {
      draft.problem(SUBNETS, "no subnet is for nodes", "leave use out of one of them");
      return plans;
    }
    for (int n = 0; n < nodes.size(); n++) {
      nodes(all.indexOf(nodes.get(n)), n, nodes, endpoints && shared && n == 0, plans);
    }
    if (endpoints) {
      ExistingSubnet subnet = shared ? nodes.get(0) : of(all, SubnetUse.ENDPOINTS).get(0);
      if (!shared) {
        enough(all.indexOf(subnet), subnet, AzureAddressNeeds.ENDPOINTS, "private endpoints", "");
      }
      plans.add(
          plan(subnet, Optional.empty(), SubnetPlan.Tier.ENDPOINTS, AzureAddressNeeds.ENDPOINTS));
    }
    serverless(all, plans);
    draft.decide(
        "network",
        existing.id() + " with " + Text.count(all.size(), "subnet"),
        "named in the file as existing; it has the addresses that nodes and pods need at most");
    return plans;
  }

  private void nodes(
      int index,
      int turn,
      List<ExistingSubnet> nodes,
      boolean withEndpoints,
      List<SubnetPlan> plans) {
    ExistingSubnet subnet = nodes.get(turn);
    long needed = withEndpoints ? AzureAddressNeeds.ENDPOINTS : 0;
    List<String> parts = new ArrayList<>();
    String lower = "";
    for (int c = turn; c < environment.clusters().size(); c += nodes.size()) {
      String cluster = environment.clusters().get(c).name();
      needed += needs.cluster(cluster);
      parts.add(needs.explain(cluster));
      lower =
          needs.greatest(cluster).map(p -> ", or lower " + p.path() + ".nodes.max").orElse(lower);
      plans.add(
          plan(subnet, Optional.of(cluster), SubnetPlan.Tier.PRIVATE, needs.cluster(cluster)));
    }
    if (withEndpoints) {
      parts.add("private endpoints " + AzureAddressNeeds.ENDPOINTS);
    }
    enough(index, subnet, needed, String.join(", ", parts), lower);
  }

  private void serverless(List<ExistingSubnet> all, List<SubnetPlan> plans) {
    List<ExistingSubnet> own = of(all, SubnetUse.SERVERLESS);
    if (!needs.hasServerless()) {
      return;
    }
    if (own.isEmpty()) {
      draft.problem(
          SUBNETS,
          "serverless replicas share a subnet with nothing, and none is for them",
          "add a subnet of /27 or wider that is delegated to Microsoft.App/environments, with use:"
              + " serverless");
      return;
    }
    enough(all.indexOf(own.get(0)), own.get(0), needs.serverless(), "serverless replicas", "");
    plans.add(plan(own.get(0), Optional.empty(), SubnetPlan.Tier.SERVERLESS, needs.serverless()));
  }

  private void enough(int index, ExistingSubnet subnet, long needed, String parts, String lower) {
    Optional<Cidr> block = Cidr.parse(subnet.cidr());
    if (block.isEmpty() || SIZES.usable(block.get()) >= needed) {
      return;
    }
    draft.problem(
        SUBNETS + "[" + index + "].cidr",
        block.get()
            + " has "
            + Text.number(SIZES.usable(block.get()))
            + " usable addresses, the plan needs "
            + Text.number(needed)
            + " ("
            + parts
            + ")",
        SIZES
                .subnetPrefix(needed)
                .map(p -> "name a subnet of /" + p + " or wider")
                .orElse("no subnet is so large")
            + lower);
  }

  private static SubnetPlan plan(
      ExistingSubnet subnet, Optional<String> cluster, SubnetPlan.Tier tier, long needed) {
    long usable = Cidr.parse(subnet.cidr()).map(SIZES::usable).orElse(0L);
    return new SubnetPlan(
        subnet.id(),
        Optional.empty(),
        cluster,
        subnet.cidr(),
        tier,
        Math.toIntExact(Math.min(needed, usable)),
        Math.toIntExact(usable));
  }

  private static List<ExistingSubnet> of(List<ExistingSubnet> subnets, SubnetUse use) {
    return subnets.stream().filter(s -> s.use() == use).toList();
  }
}
