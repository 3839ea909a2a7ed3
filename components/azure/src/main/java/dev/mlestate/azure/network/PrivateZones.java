package dev.mlestate.azure.network;

import com.pulumi.azurenative.network.PrivateZone;
import com.pulumi.azurenative.network.PrivateZoneArgs;
import com.pulumi.azurenative.network.VirtualNetworkLink;
import com.pulumi.azurenative.network.VirtualNetworkLinkArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.TreeMap;

/** Private DNS zones, each linked to one virtual network. */
final class PrivateZones {
  /** Zones belong to no region. */
  private static final String GLOBAL = "global";

  private PrivateZones() {}

  /** A zone and what lets the network see it. */
  record LinkedZone(PrivateZone zone, VirtualNetworkLink link) {}

  /** The zones of all services that can have private endpoints, by name. */
  static Map<String, LinkedZone> create(
      String name,
      Output<String> resourceGroup,
      Output<String> networkId,
      Map<String, String> tags,
      CustomResourceOptions options) {
    Map<String, LinkedZone> zones = new TreeMap<>();
    for (PrivateService service : PrivateService.values()) {
      for (String zone : service.zones()) {
        if (!zones.containsKey(zone)) {
          zones.put(zone, link(name, zone, resourceGroup, networkId, tags, options));
        }
      }
    }
    return zones;
  }

  private static LinkedZone link(
      String name,
      String zoneName,
      Output<String> resourceGroup,
      Output<String> networkId,
      Map<String, String> tags,
      CustomResourceOptions options) {
    PrivateZone zone =
        new PrivateZone(
            name + "-" + zoneName,
            PrivateZoneArgs.builder()
                .privateZoneName(zoneName)
                .resourceGroupName(resourceGroup)
                .location(GLOBAL)
                .tags(tags)
                .build(),
            options);
    VirtualNetworkLink link =
        new VirtualNetworkLink(
            name + "-" + zoneName,
            VirtualNetworkLinkArgs.builder()
                .virtualNetworkLinkName(name)
                .privateZoneName(zone.name())
                .resourceGroupName(resourceGroup)
                .location(GLOBAL)
                .virtualNetwork(SubResourceArgs.builder().id(networkId).build())
                .registrationEnabled(false)
                .tags(tags)
                .build(),
            options);
    return new LinkedZone(zone, link);
  }
}
