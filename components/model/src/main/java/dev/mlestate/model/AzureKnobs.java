package dev.mlestate.model;

import java.util.Map;
import java.util.Optional;

/** What only Azure has. */
public record AzureKnobs(
    @Key(
            value =
                "The resource id of the capacity reservation group, by the name of the node pool that uses it",
            format = Format.AZURE_ID,
            longest = 400)
        Map<String, String> capacityReservationGroups,
    @Key(
            value =
                "Nodes to reserve in a capacity reservation group, and to pay for whether used or not, by the name of the node pool that uses them",
            min = 1,
            max = 5000)
        Map<String, Integer> reservedNodes,
    @Key(
            value = "The object id of the Entra group, by its name under identity.groups",
            format = Format.GUID,
            keys = {"dataScientists", "mlEngineers", "auditors"})
        Map<String, String> groupObjectIds,
    @Key(
            value =
                "The resource id of a private DNS zone that the company already has, for the private APIs of the clusters; it needs clusterIdentity",
            format = Format.AZURE_ID,
            longest = 400,
            computed = "AKS makes one for each cluster")
        Optional<String> privateDnsZone,
    @Key(
            value =
                "The resource id of a user-assigned identity for the control planes of the clusters, which may already write privateDnsZone and the existing network",
            format = Format.AZURE_ID,
            longest = 400,
            computed = "one is made for each cluster")
        Optional<String> clusterIdentity,
    @Key(
            value =
                "The resource id of an Azure Cache for Redis that the company already has, to keep features for serving",
            format = Format.AZURE_ID,
            longest = 400,
            computed = "one is made where featureStore.online is true")
        Optional<String> redisCache) {
  public AzureKnobs {
    capacityReservationGroups = Ordered.copyOf(capacityReservationGroups);
    reservedNodes = Ordered.copyOf(reservedNodes);
    groupObjectIds = Ordered.copyOf(groupObjectIds);
  }
}
