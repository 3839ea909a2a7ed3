package dev.mlestate.model;

import java.util.Map;

/** What only GCP has. */
public record GcpKnobs(
    @Key(
            value =
                "The name of the Compute Engine reservation, by the name of the node pool that uses it",
            format = Format.GCP_NAME,
            longest = 63)
        Map<String, String> reservations,
    @Key(
            value =
                "Nodes to reserve in Compute Engine, and to pay for whether used or not, by the name of the node pool that uses them",
            min = 1,
            max = 5000)
        Map<String, Integer> reservedNodes,
    @Key(
            "The secondary ranges of an existing network's subnet that the pods and services of a cluster use, by the cluster's name")
        Map<String, SecondaryRanges> secondaryRanges) {
  public GcpKnobs {
    reservations = Ordered.copyOf(reservations);
    reservedNodes = Ordered.copyOf(reservedNodes);
    secondaryRanges = Ordered.copyOf(secondaryRanges);
  }
}
