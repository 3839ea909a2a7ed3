package dev.mlestate.planning;

import java.util.List;
import java.util.Optional;

/**
 * A Kubernetes cluster.
 *
 * @param version such as 1.33
 * @param serviceCidr addresses of Kubernetes services; absent: a named range of an existing subnet has them
 * @param accessFrom CIDRs that reach the private API
 */
public record ClusterPlan(
    String name,
    String version,
    Optional<String> serviceCidr,
    List<String> accessFrom,
    List<NodePoolPlan> nodePools) {
  public ClusterPlan {
    accessFrom = List.copyOf(accessFrom);
    nodePools = List.copyOf(nodePools);
  }
}
