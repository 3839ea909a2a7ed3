package dev.mlestate.planning;

import dev.mlestate.model.ExistingNetwork;
import java.util.List;
import java.util.Optional;

/**
 * The network.
 *
 * @param existing present: create none
 * @param zones in the order in which they are used
 * @param subnets of a network to create: private subnets first, then public ones; of an existing
 *     one on GCP and Azure, where a subnet spans zones, those to use, each by its id
 * @param ranges addresses beside the subnets, where the cloud has such
 * @param natGateways 0 without egress
 */
public record NetworkPlan(
    Optional<ExistingNetwork> existing,
    String cidr,
    List<String> zones,
    List<SubnetPlan> subnets,
    List<AddressRange> ranges,
    int natGateways) {
  public NetworkPlan {
    zones = List.copyOf(zones);
    subnets = List.copyOf(subnets);
    ranges = List.copyOf(ranges);
  }
}
