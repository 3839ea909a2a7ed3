package dev.mlestate.azure.network;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the network needs to know of it.
 *
 * @param id resource id of the virtual network
 * @param nodeSubnetIds of the clusters' subnets
 * @param serverlessSubnetId of the subnet that is delegated to Container Apps, where one is planned
 * @param privateEndpoints makes private endpoints; empty where services are reached by service
 *     endpoints of the node subnets, which a service's firewall must then let in
 */
public record NetworkAccess(
    Output<String> id,
    List<Output<String>> nodeSubnetIds,
    Optional<Output<String>> serverlessSubnetId,
    Optional<PrivateEndpoints> privateEndpoints) {
  public NetworkAccess {
    nodeSubnetIds = List.copyOf(nodeSubnetIds);
  }
}
