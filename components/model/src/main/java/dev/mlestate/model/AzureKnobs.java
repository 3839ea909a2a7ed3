package dev.mlestate.model;

import java.util.Map;

/** What only Azure has. */
public record AzureKnobs(
    @Key(
            "The resource id of the capacity reservation group, by the name of the node pool that uses it")
        Map<String, String> capacityReservationGroups,
    @Key(
            "Nodes to reserve in a capacity reservation group, and to pay for whether used or not, by the name of the node pool that uses them")
        Map<String, Integer> reservedNodes,
    @Key("The object id of the Entra group, by its name under identity.groups")
        Map<String, String> groupObjectIds) {
  public AzureKnobs {
    capacityReservationGroups = Ordered.copyOf(capacityReservationGroups);
    reservedNodes = Ordered.copyOf(reservedNodes);
    groupObjectIds = Ordered.copyOf(groupObjectIds);
  }
}
