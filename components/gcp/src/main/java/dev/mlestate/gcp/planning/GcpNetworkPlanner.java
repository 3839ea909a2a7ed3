package dev.mlestate.gcp.planning;

import dev.mlestate.model.Cidr;
import dev.mlestate.model.Egress;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.planning.AddressRange;
import dev.mlestate.planning.AddressRange.Purpose;
import dev.mlestate.planning.Draft;
import dev.mlestate.planning.NetworkBlocks;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.NetworkPlanning;
import dev.mlestate.planning.PoolDraft;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the VPC network to create: one regional subnet, and ranges beside it. */
final class GcpNetworkPlanner implements NetworkPlanning {
  private final Environment environment;
  private final Draft draft;
  private final List<AddressRange> ranges = new ArrayList<>();

  GcpNetworkPlanner(Environment environment, Draft draft) {
    this.environment = environment;
    this.draft = draft;
  }

  @Override
  public List<Cidr> cidrs() {
    return NetworkBlocks.of(environment);
  }

  @Override
  public Optional<String> services(String cluster) {
    return ranges.stream()
        .filter(
            r -> r.purpose() == Purpose.SERVICES && r.cluster().filter(cluster::equals).isPresent())
        .findFirst()
        .map(r -> r.cidr().orElse(r.name()))
        // Without room there is no plan either.
        .or(() -> Optional.of("none"));
  }

  @Override
  public NetworkPlan plan(
      List<String> zones, List<PoolDraft> pools, Map<String, List<String>> zonesOfPools) {
    NetworkBlocks.reach(environment, "GCP", draft);
    GcpAddressNeeds needs = new GcpAddressNeeds(environment, pools);
    Optional<ExistingNetwork> existing = environment.network().existing();
    int nat = environment.network().egress() == Egress.NONE ? 0 : 1;
    List<SubnetPlan> subnets =
        existing.isPresent()
            ? new GcpExistingNetwork(environment, draft, needs).plan(existing.get(), ranges)
            : create(needs, nat);
    return new NetworkPlan(
        existing,
        environment.network().cidr(),
        zones,
        subnets,
        ranges,
        existing.isPresent() ? 0 : nat);
  }

  private List<SubnetPlan> create(GcpAddressNeeds needs, int nat) {
    Optional<Cidr> network = NetworkBlocks.own(environment, draft);
    if (network.isEmpty()) {
      return List.of();
    }
    NetworkBlocks.callersInside(environment, network.get(), draft);
    NetworkBlocks.clusters(environment, "GCP", draft);
    if (!GcpLayout.fits(network.get())) {
      draft.problem(
          "network.cidr",
          "a network on GCP is "
              + GcpLayout.LARGEST
              + " to "
              + GcpLayout.SMALLEST
              + ", because the pods of one node take "
              + GcpAddressNeeds.PODS_OF_NODE
              + " addresses, not /"
              + network.get().prefix(),
          "use " + GcpLayout.LARGEST + ": a network costs nothing for its size");
      return List.of();
    }
    GcpLayout layout = new GcpLayout(network.get());
    long nodes = needs.nodes();
    long usable = GcpAddressNeeds.usable(layout.nodes());
    if (nodes > usable) {
      tooSmall(layout.nodes() + " of the nodes", nodes, usable, needs.explain(), needs.greatest());
    }
    for (int c = 0; c < Math.min(environment.clusters().size(), GcpLayout.MOST_CLUSTERS); c++) {
      cluster(layout, needs, c);
    }
    ranges.add(
        new AddressRange(
            "private-services",
            Purpose.PRIVATE_SERVICES,
            Optional.empty(),
            Optional.of(layout.privateServices().toString()),
            GcpAddressNeeds.PRIVATE_SERVICES));
    fabric(layout, needs);
    explain(layout, needs, nodes, usable, nat);
    return List.of(
        new SubnetPlan(
            "private-" + environment.region(),
            Optional.empty(),
            Optional.empty(),
            layout.nodes().toString(),
            SubnetPlan.Tier.PRIVATE,
            Math.toIntExact(Math.min(nodes, usable)),
            Math.toIntExact(usable)));
  }

  private void cluster(GcpLayout layout, GcpAddressNeeds needs, int index) {
    String name = environment.clusters().get(index).name();
    long pods = needs.pods(name);
    Cidr block = layout.pods(index);
    if (pods > block.size()) {
      tooSmall(
          block + " of the pods of " + name,
          pods,
          block.size(),
          needs.explainPods(name),
          needs.greatest(name));
    }
    range(name + "-pods", Purpose.PODS, name, block, Math.min(pods, block.size()));
    range(
        name + "-services",
        Purpose.SERVICES,
        name,
        layout.services(index),
        GcpAddressNeeds.SERVICES);
    range(
        name + "-control-plane",
        Purpose.CONTROL_PLANE,
        name,
        layout.controlPlane(index),
        GcpAddressNeeds.CONTROL_PLANE);
  }

  private void range(String name, Purpose purpose, String cluster, Cidr block, long needed) {
    ranges.add(
        new AddressRange(
            name,
            purpose,
            Optional.of(cluster),
            Optional.of(block.toString()),
            Math.toIntExact(needed)));
  }

  private void fabric(GcpLayout layout, GcpAddressNeeds needs) {
    long usable = GcpAddressNeeds.usable(layout.fabric(0));
    for (int i = 0; i < needs.fabricInterfaces(); i++) {
      if (i == 0 && needs.fabricNodes() > usable) {
        tooSmall(
            layout.fabric(0) + " of a fabric",
            needs.fabricNodes(),
            usable,
            "one for each node with rdma",
            needs.greatest());
      }
      ranges.add(
          new AddressRange(
              "fabric-" + (i + 1),
              Purpose.FABRIC,
              Optional.empty(),
              Optional.of(layout.fabric(i).toString()),
              Math.toIntExact(Math.min(needs.fabricNodes(), usable))));
    }
  }

  private void tooSmall(
      String what, long needed, long usable, String parts, Optional<PoolDraft> greatest) {
    long missing = needed;
    int wider = 0;
    while (missing > usable) {
      missing = (missing + 1) / 2;
      wider++;
    }
    int prefix = Cidr.parse(environment.network().cidr()).orElseThrow().prefix() - wider;
    String lower =
        greatest.map(p -> "lower " + p.path() + ".nodes.max").orElse("ask for fewer nodes");
    draft.problem(
        "network.cidr",
        environment.network().cidr()
            + " is too small: "
            + what
            + " has "
            + Text.number(usable)
            + " addresses, the plan needs "
            + Text.number(needed)
            + " ("
            + parts
            + ")",
        prefix >= GcpLayout.LARGEST_PREFIX ? "use a block of /" + prefix + ", or " + lower : lower);
  }

  private void explain(GcpLayout layout, GcpAddressNeeds needs, long nodes, long usable, int nat) {
    draft.decide(
        "network",
        "one regional subnet " + layout.nodes() + " for nodes in " + environment.network().cidr(),
        "fixed parts, so that a larger pool or another cluster moves none; it needs "
            + Text.number(nodes)
            + " of "
            + Text.number(usable)
            + " addresses at most: "
            + needs.explain());
    ranges.stream()
        .filter(r -> r.purpose() == Purpose.PODS)
        .forEach(
            r ->
                draft.decide(
                    "network",
                    r.name() + " " + r.cidr().orElse(""),
                    "GKE gives every node "
                        + GcpAddressNeeds.PODS_OF_NODE
                        + " addresses for its pods: "
                        + needs.explainPods(r.cluster().orElse(""))));
    draft.decide(
        "network",
        nat == 0 ? "no egress" : "Cloud NAT in " + environment.region(),
        nat == 0
            ? "the file says so; Google's services are reached privately"
            : "one for the region: it has no machines that could fail with a zone");
  }
}
