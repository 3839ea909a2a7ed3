package dev.mlestate.planning;

import java.util.Optional;

/**
 * Addresses of a network beside its subnets.
 *
 * @param name of the range, unique in the network
 * @param cluster whose pods, services or control plane they are for
 * @param cidr absent: a range of this name exists already in the subnet that is used
 * @param needed addresses that are taken at the pools' maximum
 */
public record AddressRange(
    String name, Purpose purpose, Optional<String> cluster, Optional<String> cidr, int needed) {
  /** What the addresses are for. */
  public enum Purpose {
    /** Pods of a cluster; a secondary range of the nodes' subnet. */
    PODS,
    /** Kubernetes services of a cluster; a secondary range of the nodes' subnet. */
    SERVICES,
    /** The private control plane of a cluster. */
    CONTROL_PLANE,
    /** The cloud's managed services, reached by peering. */
    PRIVATE_SERVICES,
    /** One of the networks between accelerators of different nodes. */
    FABRIC
  }
}
