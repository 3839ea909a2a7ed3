package dev.mlestate.planning;

import java.util.List;

/**
 * A Kubernetes cluster.
 *
 * @param version such as 1.33
 * @param serviceCidr addresses of Kubernetes services, or the name of the range of an existing
 *     subnet that has them
 * @param accessFrom CIDRs that reach the private API
 */
public record ClusterPlan(
    String name,
    String version,
    String serviceCidr,
    List<String> accessFrom,
    List<NodePoolPlan> nodePools) {
  public ClusterPlan {
    accessFrom = List.copyOf(accessFrom);
    nodePools = List.copyOf(nodePools);
  }
}
