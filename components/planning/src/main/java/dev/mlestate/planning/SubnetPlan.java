package dev.mlestate.planning;

import java.util.Optional;

/**
 * A subnet to create.
 *
 * @param zone absent where subnets span the region
 * @param cluster whose nodes alone are in it
 * @param needed addresses that nodes, fabric interfaces, pods and endpoints take at the pools'
 *     maximum
 * @param usable addresses that the subnet has, less those the cloud keeps
 */
public record SubnetPlan(
    String name,
    Optional<String> zone,
    Optional<String> cluster,
    String cidr,
    Tier tier,
    int needed,
    int usable) {
  /** Who is in it and who may reach it. */
  public enum Tier {
    /** Nodes and all that is reached from within alone. */
    PRIVATE,
    /** Gateways to the internet. */
    PUBLIC,
    /** Private endpoints of the cloud's services. */
    ENDPOINTS,
    /** Serverless replicas, where they need a subnet of their own. */
    SERVERLESS
  }
}
