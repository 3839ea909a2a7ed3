package dev.mlestate.azure.network;

import com.pulumi.core.Output;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.SubnetPlan.Tier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The subnets of a network that the company has: a plan names them by their resource ids. */
record ExistingSubnets(NetworkPlan plan) {
  private Stream<SubnetPlan> of(Tier tier) {
    return plan.subnets().stream().filter(subnet -> subnet.tier() == tier);
  }

  /** The subnet of each cluster's nodes; two clusters may share one. */
  Map<String, Output<String>> byCluster() {
    Map<String, Output<String>> found = new LinkedHashMap<>();
    of(Tier.PRIVATE)
        .forEach(
            subnet ->
                subnet
                    .cluster()
                    .ifPresent(cluster -> found.put(cluster, Output.of(subnet.name()))));
    return found;
  }

  List<Output<String>> nodes() {
    return of(Tier.PRIVATE).map(SubnetPlan::name).distinct().map(Output::of).toList();
  }

  Optional<Output<String>> first(Tier tier) {
    return of(tier).findFirst().map(subnet -> Output.of(subnet.name()));
  }
}
