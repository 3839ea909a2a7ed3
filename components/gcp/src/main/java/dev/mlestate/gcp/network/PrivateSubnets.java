package dev.mlestate.gcp.network;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Subnetwork;
import com.pulumi.gcp.compute.SubnetworkArgs;
import com.pulumi.gcp.compute.inputs.SubnetworkLogConfigArgs;
import com.pulumi.gcp.compute.inputs.SubnetworkSecondaryIpRangeArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.planning.AddressRange;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.SubnetPlan.Tier;
import dev.mlestate.pulumi.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The subnets of a network that is made: regional, with Google's services reached privately. */
final class PrivateSubnets {
  private static final int LONGEST_NAME = 63;

  private final Map<String, Subnetwork> subnets = new LinkedHashMap<>();

  PrivateSubnets(
      String prefix,
      NetworkPlan plan,
      String region,
      Output<String> network,
      CustomResourceOptions options) {
    for (SubnetPlan subnet : plan.subnets()) {
      String name = Names.limited(LONGEST_NAME, prefix + "-" + subnet.name());
      SubnetworkArgs.Builder args =
          SubnetworkArgs.builder()
              .name(name)
              .network(network)
              .region(region)
              .ipCidrRange(subnet.cidr())
              .privateIpGoogleAccess(true)
              .stackType("IPV4_ONLY")
              .logConfig(
                  SubnetworkLogConfigArgs.builder()
                      .aggregationInterval("INTERVAL_5_SEC")
                      .flowSampling(1.0)
                      .metadata("INCLUDE_ALL_METADATA")
                      .build());
      List<SubnetworkSecondaryIpRangeArgs> ranges = secondary(plan, subnet);
      if (!ranges.isEmpty()) {
        args.secondaryIpRanges(ranges);
      }
      subnets.put(subnet.name(), new Subnetwork(name, args.build(), options));
    }
  }

  /** Pods and services of all clusters whose nodes are in the subnet. */
  private static List<SubnetworkSecondaryIpRangeArgs> secondary(
      NetworkPlan plan, SubnetPlan subnet) {
    if (subnet.tier() != Tier.PRIVATE) {
      return List.of();
    }
    return plan.ranges().stream()
        .filter(PrivateSubnets::isSecondary)
        .filter(range -> subnet.cluster().isEmpty() || subnet.cluster().equals(range.cluster()))
        .flatMap(
            range ->
                range.cidr().stream()
                    .map(
                        cidr ->
                            SubnetworkSecondaryIpRangeArgs.builder()
                                .rangeName(range.name())
                                .ipCidrRange(cidr)
                                .build()))
        .toList();
  }

  private static boolean isSecondary(AddressRange range) {
    return switch (range.purpose()) {
      case PODS, SERVICES -> true;
      case CONTROL_PLANE, PRIVATE_SERVICES, FABRIC -> false;
    };
  }

  /** By the plan's names. */
  Map<String, Subnetwork> all() {
    return subnets;
  }
}
