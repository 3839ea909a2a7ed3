package dev.mlestate.aws.planning;

import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.NodePoolPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as lines, for people who review a changed snapshot. */
final class PlanText {
  private PlanText() {}

  static String of(EstatePlan plan) {
    List<String> lines = new ArrayList<>();
    plan.decisions()
        .forEach(d -> lines.add(d.subject() + ": " + d.choice() + "\n    " + d.reason()));
    lines.add("");
    lines.add("zones " + plan.network().zones() + ", NAT " + plan.network().natGateways());
    plan.network()
        .subnets()
        .forEach(
            s ->
                lines.add(
                    s.name() + " " + s.cidr() + " needs " + s.needed() + " of " + s.usable()));
    for (ClusterPlan cluster : plan.clusters()) {
      lines.add(
          cluster.name()
              + " "
              + cluster.version()
              + " services "
              + cluster.serviceCidr()
              + " from "
              + cluster.accessFrom());
      cluster.nodePools().forEach(p -> lines.add(pool(p)));
    }
    plan.serving()
        .forEach(
            s ->
                lines.add(
                    s.serving().name()
                        + " "
                        + s.machine().map(m -> m.name()).orElse("serverless")
                        + " "
                        + s.serverless().map(size -> size.memoryMib()).orElse(0)
                        + " MiB, cost centre "
                        + s.costCenter()));
    return String.join("\n", lines) + "\n";
  }

  private static String pool(NodePoolPlan pool) {
    return "  "
        + pool.name()
        + " "
        + pool.minNodes()
        + "-"
        + pool.maxNodes()
        + " "
        + pool.machine().name()
        + " "
        + pool.zones()
        + " disk "
        + pool.diskGib()
        + " fabric "
        + pool.fabric().map(f -> f.name() + " " + f.interfaces()).orElse("none")
        + " cost centre "
        + pool.costCenter()
        + "\n    "
        + pool.capacity().stream().map(PlanText::capacity).collect(Collectors.joining(", "))
        + "\n    "
        + pool.labels()
        + "\n    "
        + pool.taints().stream()
            .map(t -> t.key() + "=" + t.value() + ":" + t.effect())
            .collect(Collectors.joining(", ", "taints ", ""));
  }

  private static String capacity(CapacityPlan capacity) {
    return capacity.name()
        + " priority "
        + capacity.priority()
        + capacity.reservationId().map(r -> " " + r).orElse("");
  }
}
