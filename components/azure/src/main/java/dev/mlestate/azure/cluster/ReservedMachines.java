package dev.mlestate.azure.cluster;

import com.pulumi.azurenative.authorization.RoleDefinition;
import com.pulumi.azurenative.authorization.RoleDefinitionArgs;
import com.pulumi.azurenative.authorization.inputs.PermissionArgs;
import com.pulumi.azurenative.compute.CapacityReservation;
import com.pulumi.azurenative.compute.CapacityReservationArgs;
import com.pulumi.azurenative.compute.CapacityReservationGroup;
import com.pulumi.azurenative.compute.CapacityReservationGroupArgs;
import com.pulumi.azurenative.compute.inputs.SkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.identity.Principal;
import dev.mlestate.azure.identity.RoleGrants;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.planning.NodePoolPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A capacity reservation group for one pool: one that the company has, or one that is made with the
 * machines that the environment file reserves, spread over the pool's zones.
 *
 * <p>The cluster's identity must be let deploy into the group. AKS's documentation gives it
 * Contributor on the resource group ("Assign capacity reservation groups to AKS node pools", read
 * 2026-11-24); a role of these four actions alone does it (Azure documentation, "On-demand capacity
 * reservation", general knowledge, not read).
 *
 * @param groupId resource id of the group
 * @param ready what must be there before a pool uses the group
 */
record ReservedMachines(Output<String> groupId, List<Resource> ready) {
  private static final List<String> ACTIONS =
      List.of(
          "Microsoft.Compute/capacityReservationGroups/read",
          "Microsoft.Compute/capacityReservationGroups/deploy/action",
          "Microsoft.Compute/capacityReservationGroups/capacityReservations/read",
          "Microsoft.Compute/capacityReservationGroups/capacityReservations/deploy/action");

  ReservedMachines {
    ready = List.copyOf(ready);
  }

  /** A group that the company has. */
  static ReservedMachines existing(
      String name,
      String groupId,
      Principal cluster,
      AzureSubscription subscription,
      CustomResourceOptions options) {
    String resourceGroup = groupId.substring(0, groupId.indexOf("/providers/"));
    return new ReservedMachines(
        Output.of(groupId),
        letIn(name, Output.of(groupId), resourceGroup, cluster, subscription, options));
  }

  /**
   * Reserves machines.
   *
   * @param nodes to reserve, and to pay for whether used or not
   */
  static ReservedMachines create(
      String name,
      NodePoolPlan pool,
      int nodes,
      Principal cluster,
      AzureSubscription subscription,
      String plainResourceGroup,
      Output<String> resourceGroup,
      Map<String, String> tags,
      CustomResourceOptions options) {
    List<String> zones = NativePools.zones(pool);
    CapacityReservationGroup group =
        new CapacityReservationGroup(
            name,
            CapacityReservationGroupArgs.builder()
                .capacityReservationGroupName(name)
                .resourceGroupName(resourceGroup)
                .location(subscription.location())
                .zones(zones)
                .tags(tags)
                .build(),
            options);
    List<Resource> ready =
        new ArrayList<>(
            letIn(
                name,
                group.id(),
                subscription.groupPath(plainResourceGroup),
                cluster,
                subscription,
                options));
    for (int i = 0; i < zones.size(); i++) {
      int here = nodes / zones.size() + (i < nodes % zones.size() ? 1 : 0);
      if (here > 0) {
        ready.add(
            new CapacityReservation(
                name + "-" + zones.get(i),
                CapacityReservationArgs.builder()
                    .capacityReservationName("zone-" + zones.get(i))
                    .capacityReservationGroupName(group.name())
                    .resourceGroupName(resourceGroup)
                    .location(subscription.location())
                    .sku(
                        SkuArgs.builder()
                            .name(pool.machine().name())
                            .capacity((double) here)
                            .build())
                    .zones(zones.get(i))
                    .tags(tags)
                    .build(),
                options));
      }
    }
    return new ReservedMachines(group.id(), ready);
  }

  private static List<Resource> letIn(
      String name,
      Output<String> groupId,
      String resourceGroupPath,
      Principal cluster,
      AzureSubscription subscription,
      CustomResourceOptions options) {
    String roleName = name + "-deployer";
    RoleDefinition role =
        new RoleDefinition(
            roleName,
            RoleDefinitionArgs.builder()
                .roleDefinitionId(RoleGrants.guid(subscription, roleName))
                .roleName(roleName)
                .roleType("CustomRole")
                .description("Starts machines that are reserved for " + name)
                .scope(resourceGroupPath)
                .assignableScopes(resourceGroupPath)
                .permissions(PermissionArgs.builder().actions(ACTIONS).build())
                .build(),
            options);
    return List.of(
        RoleGrants.grant(roleName, roleName, role.id(), groupId, cluster, subscription, options));
  }
}
