package dev.mlestate.gcp.network;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Router;
import com.pulumi.gcp.compute.RouterArgs;
import com.pulumi.gcp.compute.RouterNat;
import com.pulumi.gcp.compute.RouterNatArgs;
import com.pulumi.gcp.compute.inputs.RouterNatLogConfigArgs;
import com.pulumi.resources.CustomResourceOptions;

/** The regional way out for machines that have no address of their own. */
final class NatGateway {
  /** A node that pulls images in parallel needs more than the 64 that it starts with. */
  private static final int MOST_PORTS = 4096;

  private static final int FEWEST_PORTS = 64;

  private final RouterNat nat;

  NatGateway(String name, String region, Output<String> network, CustomResourceOptions options) {
    Router router =
        new Router(
            name, RouterArgs.builder().name(name).network(network).region(region).build(), options);
    nat =
        new RouterNat(
            name,
            RouterNatArgs.builder()
                .name(name)
                .router(router.name())
                .region(region)
                .natIpAllocateOption("AUTO_ONLY")
                .sourceSubnetworkIpRangesToNat("ALL_SUBNETWORKS_ALL_IP_RANGES")
                .enableDynamicPortAllocation(true)
                .enableEndpointIndependentMapping(false)
                .minPortsPerVm(FEWEST_PORTS)
                .maxPortsPerVm(MOST_PORTS)
                .logConfig(
                    RouterNatLogConfigArgs.builder().enable(true).filter("ERRORS_ONLY").build())
                .build(),
            options);
  }

  RouterNat nat() {
    return nat;
  }
}
