package dev.mlestate.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as lines, the same on every cloud, for people who review what a change does to it. */
public final class PlanText {
  private PlanText() {}

  /** The decisions, then what was planned. */
  public static String of(EstatePlan plan) {
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
    plan.network()
        .ranges()
        .forEach(
            r ->
                lines.add(
                    r.name()
                        + " "
                        + r.cidr().orElse("of the existing subnet")
                        + " "
                        + r.purpose()
                        + " needs "
                        + r.needed()));
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
                        + s.serverless().map(PlanText::size).orElse("0 MiB")
                        + ", cost centre "
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
        + pool.tpu().map(s -> " slice " + s.topology() + " of " + s.hosts() + " hosts").orElse("")
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

  private static String size(ServerlessShape shape) {
    return (shape.vcpus() == 0 ? "" : Text.number(shape.vcpus()) + " vCPUs ")
        + (shape.accelerators() == 0 ? "" : shape.accelerators() + " accelerator ")
        + shape.memoryMib()
        + " MiB";
  }

  private static String capacity(CapacityPlan capacity) {
    return capacity.name()
        + " priority "
        + capacity.priority()
        + capacity.reservationId().map(r -> " " + r).orElse("");
  }
}
