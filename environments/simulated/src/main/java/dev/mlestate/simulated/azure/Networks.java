package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses of subnets, what a private endpoint leads to, and what Azure's network watchers take.
 *
 * <p>Source: general knowledge of Azure's virtual networks, private endpoints (the groups of each
 * service) and of the end of NSG flow logs (no new ones since 2025-06-30), not read; the codes are
 * not theirs to the letter.
 */
final class Networks implements ArmRule {
  private static final String NETWORK = "azure-native:network:VirtualNetwork";
  private static final String SUBNET = "azure-native:network:Subnet";

  /** What a private endpoint to a type can lead to. */
  private static final Map<String, Set<String>> GROUPS =
      Map.of(
          "Microsoft.Storage/storageAccounts",
          Set.of(
              "blob",
              "blob_secondary",
              "dfs",
              "dfs_secondary",
              "file",
              "queue",
              "queue_secondary",
              "table",
              "table_secondary",
              "web",
              "web_secondary"),
          "Microsoft.KeyVault/vaults",
          Set.of("vault"),
          "Microsoft.ContainerRegistry/registries",
          Set.of("registry"),
          "Microsoft.MachineLearningServices/workspaces",
          Set.of("amlworkspace"),
          "Microsoft.MachineLearningServices/registries",
          Set.of("amlregistry"),
          "Microsoft.Purview/accounts",
          Set.of("account", "portal", "platform"),
          "Microsoft.App/managedEnvironments",
          Set.of("managedEnvironments"),
          "Microsoft.ContainerService/managedClusters",
          Set.of("management"),
          "Microsoft.Cache/redis",
          Set.of("redisCache"));

  @Override
  public void check(Admission wanted, String id, Subscription there) {
    switch (ResourcePaths.unversioned(wanted.type())) {
      case NETWORK -> {
        network(wanted.inputs());
        keepsItsSubnets(wanted, id, there);
      }
      case SUBNET -> {
        subnet(wanted, id, there);
        keepsItsAddresses(wanted, id, there);
      }
      case "azure-native:network:PrivateEndpoint" -> privateEndpoint(wanted);
      case "azure-native:network:FlowLog" -> flowLog(wanted);
      case "azure-native:network:NetworkWatcher" -> watcher(wanted, id, there);
      case "azure-native:network:VirtualNetworkLink" -> link(wanted, id, there);
      default -> {
        // Only networks are judged here.
      }
    }
  }

  private static List<AddressBlock> blocks(Obj inputs, String list) {
    return Inputs.texts(inputs, list).stream()
        .flatMap(text -> AddressBlock.of(text).stream())
        .toList();
  }

  private static List<AddressBlock> ofSubnet(Obj subnet) {
    List<AddressBlock> blocks = new ArrayList<>(blocks(subnet, "addressPrefixes"));
    Inputs.text(subnet, "addressPrefix").flatMap(AddressBlock::of).ifPresent(blocks::add);
    return blocks;
  }

  private static void network(Obj inputs) {
    List<AddressBlock> space = blocks(inputs, "addressSpace.addressPrefixes");
    List<AddressBlock> taken = new ArrayList<>();
    for (Obj subnet : Inputs.objects(inputs, "subnets")) {
      String name = Inputs.text(subnet, "name").orElse("");
      for (AddressBlock block : ofSubnet(subnet)) {
        fits(name, block, space, taken);
        taken.add(block);
      }
    }
  }

  private static void fits(
      String name, AddressBlock block, List<AddressBlock> space, List<AddressBlock> taken) {
    if (!space.isEmpty() && space.stream().noneMatch(each -> each.contains(block))) {
      throw new CloudException(
          "NetcfgInvalidSubnet: Subnet '%s' is not valid in virtual network: %s is not in its address space %s."
              .formatted(name, block.text(), space.stream().map(AddressBlock::text).toList()));
    }
    taken.stream()
        .filter(block::overlaps)
        .findFirst()
        .ifPresent(
            other -> {
              throw new CloudException(
                  "NetcfgSubnetRangesOverlap: Subnet '%s' is not valid because its IP address range %s overlaps with %s of an existing subnet."
                      .formatted(name, block.text(), other.text()));
            });
    if (block.size() < 8) {
      throw new CloudException(
          "NetcfgInvalidSubnet: %s of subnet '%s' is too small: Azure keeps five addresses of each, so that /29 is the smallest."
              .formatted(block.text(), name));
    }
  }

  private static void subnet(Admission wanted, String id, Subscription there) {
    String networkId = ResourcePaths.parent(id).orElse("");
    Optional<RecordedResource> network = there.find(networkId);
    List<AddressBlock> space =
        network
            .map(each -> blocks(each.inputs(), "addressSpace.addressPrefixes"))
            .orElse(List.of());
    List<AddressBlock> taken = new ArrayList<>();
    for (RecordedResource other : there.all(SUBNET)) {
      if (ResourcePaths.parent(other.id()).filter(networkId::equalsIgnoreCase).isPresent()
          && !other.id().equalsIgnoreCase(id)) {
        taken.addAll(ofSubnet(other.inputs()));
      }
    }
    for (AddressBlock block : ofSubnet(wanted.inputs())) {
      fits(ResourcePaths.name(id), block, space, taken);
    }
  }

  /** A network's addresses cannot be taken away from under its subnets. */
  private static void keepsItsSubnets(Admission wanted, String id, Subscription there) {
    List<AddressBlock> space = blocks(wanted.inputs(), "addressSpace.addressPrefixes");
    if (wanted.before().isEmpty() || space.isEmpty()) {
      return;
    }
    for (RecordedResource subnet : there.all(SUBNET)) {
      if (ResourcePaths.parent(subnet.id()).filter(id::equalsIgnoreCase).isPresent()) {
        for (AddressBlock block : ofSubnet(subnet.inputs())) {
          if (space.stream().noneMatch(each -> each.contains(block))) {
            throw new CloudException(
                "InUsePrefixCannotBeDeleted: the address space %s of the virtual network '%s' must keep %s, which its subnet '%s' has."
                    .formatted(
                        space.stream().map(AddressBlock::text).toList(),
                        ResourcePaths.name(id),
                        block.text(),
                        ResourcePaths.name(subnet.id())));
          }
        }
      }
    }
  }

  /** A subnet's addresses cannot change while something has some of them. */
  private static void keepsItsAddresses(Admission wanted, String id, Subscription there) {
    boolean changes =
        wanted
            .before()
            .filter(held -> !ofSubnet(held.inputs()).equals(ofSubnet(wanted.inputs())))
            .isPresent();
    if (!changes) {
      return;
    }
    String subnet = ResourcePaths.normal(id);
    for (RecordedResource other : there.all()) {
      Inputs.eachText(
          "",
          other.inputs(),
          (path, text) -> {
            if (ResourcePaths.normal(text).equals(subnet)) {
              throw new CloudException(
                  "InUsePrefixCannotBeDeleted: the addresses of the subnet '%s' cannot be changed because %s is in it."
                      .formatted(ResourcePaths.name(id), other.id()));
            }
          });
    }
  }

  private static void privateEndpoint(Admission wanted) {
    for (String list :
        List.of("privateLinkServiceConnections", "manualPrivateLinkServiceConnections")) {
      for (Obj connection : Inputs.objects(wanted.inputs(), list)) {
        String type =
            ResourcePaths.armTypeOf(Inputs.text(connection, "privateLinkServiceId").orElse(""));
        Set<String> groups =
            GROUPS.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Set.of());
        for (String group : Inputs.texts(connection, "groupIds")) {
          if (!groups.isEmpty() && !groups.contains(group)) {
            throw new CloudException(
                "PrivateEndpointGroupIdInvalid: '%s' is no group of %s; it has %s."
                    .formatted(group, type, groups.stream().sorted().toList()));
          }
        }
      }
    }
  }

  private static void flowLog(Admission wanted) {
    String target = wanted.input("targetResourceId").orElse("");
    if (ResourcePaths.armTypeOf(target)
        .equalsIgnoreCase("Microsoft.Network/networkSecurityGroups")) {
      throw new CloudException(
          "NsgFlowLogCreationBlocked: flow logs of network security groups can no longer be made: let targetResourceId be the virtual network.");
    }
  }

  private static void watcher(Admission wanted, String id, Subscription there) {
    if (wanted.before().isPresent()) {
      return;
    }
    String place = AzureFlags.location(wanted.input("location").orElse(""));
    boolean another =
        there.all("azure-native:network:NetworkWatcher").stream().anyMatch(each -> in(each, place));
    boolean made = there.all(NETWORK).stream().anyMatch(each -> in(each, place));
    if (another || made) {
      throw new CloudException(
          "NetworkWatcherCountLimitReached: Cannot create more than 1 network watchers for this subscription in this region ('%s'); Azure made NetworkWatcher_%s in %s with the region's first network."
              .formatted(ResourcePaths.name(id), place, Subscription.WATCHERS));
    }
  }

  private static boolean in(RecordedResource resource, String place) {
    return Inputs.text(resource.outputs(), "location")
        .map(AzureFlags::location)
        .filter(place::equals)
        .isPresent();
  }

  /** A network is linked once to a zone. */
  private static void link(Admission wanted, String id, Subscription there) {
    String zone = ResourcePaths.parent(id).orElse("");
    String network = ResourcePaths.normal(wanted.input("virtualNetwork.id").orElse(""));
    for (RecordedResource other : there.all("azure-native:network:VirtualNetworkLink")) {
      if (!other.id().equalsIgnoreCase(id)
          && ResourcePaths.parent(other.id()).filter(zone::equalsIgnoreCase).isPresent()
          && Inputs.text(other.inputs(), "virtualNetwork.id")
              .map(ResourcePaths::normal)
              .filter(network::equals)
              .isPresent()) {
        throw new CloudException(
            "Conflict: A virtual network cannot be linked to multiple zones with overlapping namespaces; %s links it to the zone already."
                .formatted(other.id()));
      }
    }
  }
}
