package dev.mlestate.gcp.planning;

import dev.mlestate.model.Cidr;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.model.SecondaryRanges;
import dev.mlestate.planning.AddressRange;
import dev.mlestate.planning.AddressRange.Purpose;
import dev.mlestate.planning.Draft;
import dev.mlestate.planning.NetworkBlocks;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks a VPC network that the company already has. Clusters use its subnets in turn. The sizes of
 * secondary ranges are not in the file, so that the plan says what they must hold; control planes
 * and fabrics get blocks that meet neither the subnets nor the callers.
 */
final class GcpExistingNetwork {
  private static final String SUBNETS = "network.existing.privateSubnets";

  /** Blocks for control planes and fabrics, best first: rarely used parts of RFC 1918. */
  private static final List<String> FREE =
      List.of("172.28.0.0/16", "172.24.0.0/16", "10.255.0.0/16", "192.168.0.0/16");

  private final Environment environment;
  private final Draft draft;
  private final GcpAddressNeeds needs;

  GcpExistingNetwork(Environment environment, Draft draft, GcpAddressNeeds needs) {
    this.environment = environment;
    this.draft = draft;
    this.needs = needs;
  }

  List<SubnetPlan> plan(ExistingNetwork existing, List<AddressRange> ranges) {
    NetworkBlocks.existing(existing, "network", draft);
    List<ExistingSubnet> subnets = existing.privateSubnets();
    List<SubnetPlan> plans = new ArrayList<>();
    Map<String, String> users = new HashMap<>();
    Optional<GcpLayout> layout = free(ranges);
    for (int c = 0; c < environment.clusters().size(); c++) {
      String cluster = environment.clusters().get(c).name();
      ranges(cluster, c, users, ranges);
      int slot = c;
      layout.ifPresent(l -> ranges.add(controlPlane(cluster, l.controlPlane(slot))));
      if (!subnets.isEmpty()) {
        plans.add(subnet(subnets.get(c % subnets.size()), cluster));
      }
    }
    for (int s = 0; s < subnets.size(); s++) {
      capacity(s, subnets);
    }
    layout.ifPresent(l -> fabric(l, ranges));
    draft.decide(
        "network",
        existing.id() + " with " + Text.count(subnets.size(), "subnet"),
        "named in the file as existing; its subnets have the addresses that the nodes need at most");
    return plans;
  }

  private Optional<GcpLayout> free(List<AddressRange> ranges) {
    List<Cidr> taken =
        Stream.concat(NetworkBlocks.of(environment).stream(), NetworkBlocks.callers(environment))
            .toList();
    Optional<GcpLayout> layout =
        FREE.stream()
            .flatMap(t -> Cidr.parse(t).stream())
            .filter(c -> taken.stream().noneMatch(c::overlaps))
            .findFirst()
            .map(GcpLayout::new);
    if (layout.isEmpty() && ranges.isEmpty() && !environment.clusters().isEmpty()) {
      draft.problem(
          SUBNETS,
          "no block is free for control planes: " + Text.and(FREE) + " meet a subnet or a caller",
          "name narrower blocks in access.from");
    }
    return layout;
  }

  private void ranges(
      String cluster, int index, Map<String, String> users, List<AddressRange> ranges) {
    Optional<SecondaryRanges> named =
        Optional.ofNullable(environment.gcp().secondaryRanges().get(cluster));
    if (named.isEmpty()) {
      draft.problem(
          "clusters[" + index + "].name",
          "nothing says which ranges of the existing network have the addresses of " + cluster,
          "add gcp.secondaryRanges." + cluster + ": {pods: …, services: …}");
      return;
    }
    String path = "gcp.secondaryRanges." + cluster;
    long pods = needs.pods(cluster);
    add(path + ".pods", named.get().pods(), Purpose.PODS, cluster, pods, users, ranges);
    add(
        path + ".services",
        named.get().services(),
        Purpose.SERVICES,
        cluster,
        GcpAddressNeeds.SERVICES,
        users,
        ranges);
    draft.decide(
        "network",
        "pods of " + cluster + " in " + named.get().pods(),
        "it must have " + Text.number(pods) + " addresses: " + needs.explainPods(cluster));
  }

  private void add(
      String path,
      String name,
      Purpose purpose,
      String cluster,
      long needed,
      Map<String, String> users,
      List<AddressRange> ranges) {
    String other = users.putIfAbsent(name, path);
    if (other != null) {
      draft.problem(
          path,
          "the range " + name + " overlaps that of " + other + ": it is the same",
          "name another range of the subnet");
    }
    ranges.add(
        new AddressRange(
            name,
            purpose,
            Optional.of(cluster),
            Optional.empty(),
            (int) Math.min(needed, Integer.MAX_VALUE)));
  }

  private static AddressRange controlPlane(String cluster, Cidr block) {
    return new AddressRange(
        cluster + "-control-plane",
        Purpose.CONTROL_PLANE,
        Optional.of(cluster),
        Optional.of(block.toString()),
        GcpAddressNeeds.CONTROL_PLANE);
  }

  private SubnetPlan subnet(ExistingSubnet subnet, String cluster) {
    long usable = Cidr.parse(subnet.cidr()).map(GcpAddressNeeds::usable).orElse(0L);
    return new SubnetPlan(
        subnet.id(),
        Optional.empty(),
        Optional.of(cluster),
        subnet.cidr(),
        SubnetPlan.Tier.PRIVATE,
        Math.toIntExact(Math.min(needs.nodes(cluster), usable)),
        Math.toIntExact(usable));
  }

  /** A subnet's clusters; the first also has endpoints and serverless instances. */
  private void capacity(int index, List<ExistingSubnet> subnets) {
    Optional<Cidr> block = Cidr.parse(subnets.get(index).cidr());
    if (block.isEmpty()) {
      return;
    }
    long needed = index == 0 ? needs.endpoints() + needs.instances() : 0;
    for (int c = index; c < environment.clusters().size(); c += subnets.size()) {
      needed += needs.nodes(environment.clusters().get(c).name());
    }
    long usable = GcpAddressNeeds.usable(block.get());
    if (needed > usable) {
      draft.problem(
          SUBNETS + "[" + index + "].cidr",
          block.get()
              + " has "
              + Text.number(usable)
              + " usable addresses, the plan needs "
              + Text.number(needed)
              + " ("
              + needs.explain()
              + ")",
          "widen the subnet"
              + needs.greatest().map(p -> ", or lower " + p.path() + ".nodes.max").orElse(""));
    }
  }

  private void fabric(GcpLayout layout, List<AddressRange> ranges) {
    long usable = GcpAddressNeeds.usable(layout.fabric(0));
    if (needs.fabricNodes() > usable) {
      needs
          .greatest()
          .ifPresent(
              p ->
                  draft.problem(
                      p.path() + ".nodes.max",
                      "a fabric has "
                          + usable
                          + " addresses, the nodes with rdma take "
                          + Text.number(needs.fabricNodes()),
                      "use fewer nodes with rdma"));
    }
    for (int i = 0; i < needs.fabricInterfaces(); i++) {
      ranges.add(
          new AddressRange(
              "fabric-" + (i + 1),
              Purpose.FABRIC,
              Optional.empty(),
              Optional.of(layout.fabric(i).toString()),
              Math.toIntExact(
                  Math.min(needs.fabricNodes(), GcpAddressNeeds.usable(layout.fabric(i))))));
    }
  }
}
