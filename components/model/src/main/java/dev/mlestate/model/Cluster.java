package dev.mlestate.model;

import java.util.List;
import java.util.Optional;

/**
 * A Kubernetes cluster.
 *
 * @param version empty: the newest in the cloud's standard support
 */
public record Cluster(
    String name, Optional<String> version, Access access, List<NodePool> nodePools) {
  public Cluster {
    nodePools = List.copyOf(nodePools);
  }
}
