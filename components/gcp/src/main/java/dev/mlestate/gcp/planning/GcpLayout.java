package dev.mlestate.gcp.planning;

import dev.mlestate.model.Cidr;
import dev.mlestate.planning.RegionalLayout;

/**
 * The parts of a VPC network: the clusters' pods by {@link RegionalLayout}, and in the eighth that
 * is no cluster's, cut into eight: nodes, services, control planes, one spare, two for the cloud's
 * managed services, two for fabrics.
 */
record GcpLayout(Cidr network) {
  static final int MOST_CLUSTERS = RegionalLayout.MOST_CLUSTERS;
  static final int LARGEST_PREFIX = 16;
  static final String LARGEST = "/" + LARGEST_PREFIX;

  /**
   * With less, a range for services is smaller than the /27 that GKE wants at the least, and one
   * for peering smaller than the /24 that managed services want (GKE, "VPC-native clusters";
   * "Configure private services access"; general knowledge, not read).
   */
  private static final int SMALLEST_PREFIX = 19;

  static final String SMALLEST = "/" + SMALLEST_PREFIX;

  private static final int PARTS_BITS = 3;
  private static final int SLOTS_BITS = 2;
  private static final int CONTROL_PLANE_PREFIX = 28;

  static boolean fits(Cidr network) {
    return network.prefix() >= LARGEST_PREFIX && network.prefix() <= SMALLEST_PREFIX;
  }

  Cidr pods(int cluster) {
    return new RegionalLayout(network).cluster(cluster);
  }

  Cidr nodes() {
    return part(0);
  }

  Cidr services(int cluster) {
    Cidr part = part(1);
    return part.block(part.prefix() + SLOTS_BITS, cluster);
  }

  Cidr controlPlane(int cluster) {
    return part(2).block(CONTROL_PLANE_PREFIX, cluster);
  }

  Cidr privateServices() {
    Cidr rest = rest();
    return rest.block(rest.prefix() + PARTS_BITS - 1, 2);
  }

  /** One of eight. */
  Cidr fabric(int index) {
    Cidr rest = rest();
    Cidr all = rest.block(rest.prefix() + PARTS_BITS - 1, 3);
    return all.block(all.prefix() + PARTS_BITS, index);
  }

  private Cidr part(int index) {
    Cidr rest = rest();
    return rest.block(rest.prefix() + PARTS_BITS, index);
  }

  private Cidr rest() {
    return new RegionalLayout(network).rest();
  }
}
