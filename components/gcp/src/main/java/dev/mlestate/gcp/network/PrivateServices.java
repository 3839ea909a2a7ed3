package dev.mlestate.gcp.network;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.GlobalAddress;
import com.pulumi.gcp.compute.GlobalAddressArgs;
import com.pulumi.gcp.servicenetworking.Connection;
import com.pulumi.gcp.servicenetworking.ConnectionArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.model.Cidr;
import java.util.List;

/**
 * Addresses for Google's managed services, such as endpoints of Vertex AI, which attach themselves
 * to the network by peering.
 */
final class PrivateServices {
  private final Connection connection;

  PrivateServices(String name, Output<String> network, String cidr, CustomResourceOptions options) {
    Cidr range = Cidr.parse(cidr).orElseThrow();
    GlobalAddress addresses =
        new GlobalAddress(
            name,
            GlobalAddressArgs.builder()
                // Other addresses have another name: the old ones are in use until the new are.
                .name(name + "-" + cidr.replaceAll("[./]", "-"))
                .network(network)
                .addressType("INTERNAL")
                .purpose("VPC_PEERING")
                .address(cidr.substring(0, cidr.indexOf('/')))
                .prefixLength(range.prefix())
                .build(),
            options);
    connection =
        new Connection(
            name,
            ConnectionArgs.builder()
                .network(network)
                .service("servicenetworking.googleapis.com")
                .reservedPeeringRanges(addresses.name().applyValue(List::of))
                .build(),
            options);
  }

  Connection connection() {
    return connection;
  }
}
