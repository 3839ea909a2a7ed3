package dev.mlestate.gcp.network;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;

/**
 * What stands in the network needs to know of it.
 *
 * @param id of the network, such as projects/p/global/networks/vision-dev
 * @param name of the network
 * @param subnetIds of the private subnets, such as projects/p/regions/r/subnetworks/s
 * @param privateServices what must be there before a managed service attaches itself to the network
 *     by peering; empty where the network has none of ours
 */
public record NetworkAccess(
    Output<String> id,
    Output<String> name,
    List<Output<String>> subnetIds,
    List<Resource> privateServices) {
  public NetworkAccess {
    subnetIds = List.copyOf(subnetIds);
    privateServices = List.copyOf(privateServices);
  }
}
