package dev.mlestate.azure.network;

import com.pulumi.azurenative.network.PrivateDnsZoneGroup;
import com.pulumi.azurenative.network.PrivateDnsZoneGroupArgs;
import com.pulumi.azurenative.network.PrivateEndpoint;
import com.pulumi.azurenative.network.PrivateEndpointArgs;
import com.pulumi.azurenative.network.inputs.PrivateDnsZoneConfigArgs;
import com.pulumi.azurenative.network.inputs.PrivateLinkServiceConnectionArgs;
import com.pulumi.azurenative.network.inputs.SubnetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes private endpoints in the network's subnet for them, with their names in its private DNS
 * zones. A network that the company has registers names itself, by its own zones and policies: then
 * endpoints are made without.
 */
public final class PrivateEndpoints {
  private final Output<String> resourceGroup;
  private final String location;
  private final Output<String> subnetId;
  private final Map<String, PrivateZones.LinkedZone> zones;
  private final Map<String, String> tags;

  PrivateEndpoints(
      Output<String> resourceGroup,
      String location,
      Output<String> subnetId,
      Map<String, PrivateZones.LinkedZone> zones,
      Map<String, String> tags) {
    this.resourceGroup = resourceGroup;
    this.location = location;
    this.subnetId = subnetId;
    this.zones = new TreeMap<>(zones);
    this.tags = new TreeMap<>(tags);
  }

  /**
   * An endpoint and its names. What uses the service by its private name depends on it.
   *
   * @param names empty where the company's network registers them
   */
  public record Made(PrivateEndpoint endpoint, List<Resource> names) {
    public Made {
      names = List.copyOf(names);
    }

    /** All that must be there before the service is reached. */
    public List<Resource> resources() {
      List<Resource> all = new ArrayList<>(names);
      all.add(endpoint);
      return all;
    }
  }

  /**
   * Makes a private endpoint.
   *
   * @param name of the endpoint, unique in the stack
   * @param targetId resource id of what it leads to
   * @param options with the parent
   */
  public Made create(
      String name, PrivateService service, Output<String> targetId, CustomResourceOptions options) {
    PrivateEndpoint endpoint =
        new PrivateEndpoint(
            name,
            PrivateEndpointArgs.builder()
                .privateEndpointName(name)
                .resourceGroupName(resourceGroup)
                .location(location)
                .subnet(SubnetArgs.builder().id(subnetId).build())
                .customNetworkInterfaceName(name + "-nic")
                .privateLinkServiceConnections(
                    PrivateLinkServiceConnectionArgs.builder()
                        .name(service.groupId())
                        .privateLinkServiceId(targetId)
                        .groupIds(service.groupId())
                        .build())
                .tags(tags)
                .build(),
            options);
    return new Made(endpoint, names(name, service, endpoint, options));
  }

  private List<Resource> names(
      String name,
      PrivateService service,
      PrivateEndpoint endpoint,
      CustomResourceOptions options) {
    if (zones.isEmpty()) {
      return List.of();
    }
    List<PrivateDnsZoneConfigArgs> configs = new ArrayList<>();
    List<Resource> links = new ArrayList<>();
    for (String zone : service.zones()) {
      PrivateZones.LinkedZone linked = zones.get(zone);
      if (linked == null) {
        throw new IllegalStateException("the network has no private DNS zone " + zone);
      }
      links.add(linked.link());
      configs.add(
          PrivateDnsZoneConfigArgs.builder()
              .name(zone.replace('.', '-'))
              .privateDnsZoneId(linked.zone().id())
              .build());
    }
    PrivateDnsZoneGroup group =
        new PrivateDnsZoneGroup(
            name,
            PrivateDnsZoneGroupArgs.builder()
                .privateDnsZoneGroupName("default")
                .privateEndpointName(endpoint.name())
                .resourceGroupName(resourceGroup)
                .privateDnsZoneConfigs(configs)
                .build(),
            CustomResourceOptions.merge(
                options, CustomResourceOptions.builder().dependsOn(links).build()));
    return List.of(group);
  }
}
