package dev.mlestate.planning;

import dev.mlestate.model.Cidr;

/**
 * Divides a network whose subnets span zones among clusters. The division depends on the network
 * alone, never on how many nodes or clusters there are: raising a pool's maximum or adding a
 * cluster must not move another. So the first cluster has half of the network, the second a
 * quarter, the third an eighth, and all else the last eighth.
 */
public record RegionalLayout(Cidr network) {
  /** How many clusters a network has room for. */
  public static final int MOST_CLUSTERS = 3;

  /** The addresses of a cluster, counted from 0. */
  public Cidr cluster(int index) {
    if (index < 0 || index >= MOST_CLUSTERS) {
      throw new IllegalArgumentException("a network has no room for cluster " + index);
    }
    return network.block(network.prefix() + 1 + index, 1);
  }

  /** The addresses of what is no cluster's. */
  public Cidr rest() {
    return network.block(network.prefix() + MOST_CLUSTERS, 0);
  }
}
