package dev.mlestate.gcp.network;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Network;
import com.pulumi.gcp.compute.NetworkArgs;
import com.pulumi.gcp.compute.Subnetwork;
import com.pulumi.gcp.compute.SubnetworkArgs;
import com.pulumi.gcp.compute.inputs.SubnetworkLogConfigArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.planning.AddressRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks of GPUDirect-TCPX and TCPXO: one of its own for each of a machine's GPU interfaces
 * (GKE documentation, "Maximize GPU network bandwidth in Standard mode clusters", and
 * GoogleCloudPlatform/cluster-toolkit modules/network/multivpc; general knowledge, not read).
 */
final class FabricNetworks {
  /** The largest frame that these interfaces carry, from the same documentation. */
  private static final int MTU = 8244;

  private final List<FabricNetwork> networks = new ArrayList<>();

  FabricNetworks(
      String prefix, List<AddressRange> ranges, String region, CustomResourceOptions options) {
    for (AddressRange range : ranges) {
      String cidr = range.cidr().orElseThrow();
      String name = prefix + "-" + range.name();
      Network network =
          new Network(
              name,
              NetworkArgs.builder()
                  .name(name)
                  .description("Between accelerators: " + range.name())
                  .autoCreateSubnetworks(false)
                  .routingMode("REGIONAL")
                  .mtu(MTU)
                  .build(),
              options);
      Output<String> id = network.id();
      Subnetwork subnet =
          new Subnetwork(
              name,
              SubnetworkArgs.builder()
                  .name(name)
                  .network(id)
                  .region(region)
                  .ipCidrRange(cidr)
                  .privateIpGoogleAccess(true)
                  .stackType("IPV4_ONLY")
                  .logConfig(sampled())
                  .build(),
              options);
      FirewallRules.denyAll(name + "-deny", id, options);
      FirewallRules.within(name + "-within", id, cidr, options);
      networks.add(new FabricNetwork(range.name(), network.name(), subnet.name()));
    }
  }

  /** Enough to see who talks to whom; each collective operation would fill the log otherwise. */
  private static SubnetworkLogConfigArgs sampled() {
    return SubnetworkLogConfigArgs.builder()
        .aggregationInterval("INTERVAL_15_MIN")
        .flowSampling(0.1)
        .metadata("EXCLUDE_ALL_METADATA")
        .build();
  }

  List<FabricNetwork> all() {
    return networks;
  }
}
