package dev.mlestate.model;

import java.util.List;
import java.util.Optional;

/** A Kubernetes cluster. */
public record Cluster(
    @Key(value = "The cluster's name", required = true, format = Format.NAME, longest = 12)
        String name,
    @Key(
            value = "The Kubernetes version",
            format = Format.KUBERNETES_VERSION,
            computed = "the newest in the cloud's standard support")
        Optional<String> version,
    @Key("Who reaches the private API of the cluster") Access access,
    @Key(
            value = "The cluster's groups of machines",
            computed =
                "a pool named system is added where no pool has cpu, because the cluster's own software needs machines")
        List<NodePool> nodePools) {
  public Cluster {
    nodePools = List.copyOf(nodePools);
  }
}
