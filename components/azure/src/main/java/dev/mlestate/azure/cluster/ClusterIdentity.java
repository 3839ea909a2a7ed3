package dev.mlestate.azure.cluster;

import com.pulumi.azurenative.managedidentity.ManagedidentityFunctions;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.azurenative.managedidentity.inputs.GetUserAssignedIdentityArgs;
import com.pulumi.azurenative.managedidentity.outputs.GetUserAssignedIdentityResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.Principal;
import dev.mlestate.azure.identity.RoleGrants;
import dev.mlestate.azure.subscription.AzureSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The identity of a cluster's control plane. It must have its roles before the cluster is made,
 * which then joins the subnet, opens the key and writes its private address.
 */
final class ClusterIdentity {
  private final String name;
  private final Output<String> id;
  private final Principal principal;
  private final AzureSubscription subscription;
  private final CustomResourceOptions options;
  private final List<Resource> grants = new ArrayList<>();

  private ClusterIdentity(
      String name,
      Output<String> id,
      Output<String> principalId,
      AzureSubscription subscription,
      CustomResourceOptions options) {
    this.name = name;
    this.id = id;
    this.principal = Principal.identity(name, principalId);
    this.subscription = subscription;
    this.options = options;
  }

  /** Makes an identity. */
  static ClusterIdentity create(
      String name,
      Output<String> resourceGroup,
      AzureSubscription subscription,
      Map<String, String> tags,
      CustomResourceOptions options) {
    UserAssignedIdentity identity = userAssigned(name, resourceGroup, subscription, tags, options);
    return new ClusterIdentity(name, identity.id(), identity.principalId(), subscription, options);
  }

  /** An identity of the company's; whose it is in the directory is asked of Azure. */
  static ClusterIdentity existing(
      String name,
      String id,
      AzureSubscription subscription,
      ProviderResource provider,
      CustomResourceOptions options) {
    String[] parts = id.split("/", -1);
    Output<GetUserAssignedIdentityResult> found =
        ManagedidentityFunctions.getUserAssignedIdentity(
            GetUserAssignedIdentityArgs.builder()
                .resourceGroupName(parts[4])
                .resourceName(parts[8])
                .build(),
            InvokeOptions.builder().provider(provider).build());
    return new ClusterIdentity(
        name,
        Output.of(id),
        found.applyValue(GetUserAssignedIdentityResult::principalId),
        subscription,
        options);
  }

  static UserAssignedIdentity userAssigned(
      String name,
      Output<String> resourceGroup,
      AzureSubscription subscription,
      Map<String, String> tags,
      CustomResourceOptions options) {
    return new UserAssignedIdentity(
        name,
        UserAssignedIdentityArgs.builder()
            .resourceName(name)
            .resourceGroupName(resourceGroup)
            .location(subscription.location())
            .tags(tags)
            .build(),
        options);
  }

  /**
   * Gives it a role.
   *
   * @param purpose the end of the assignment's name
   */
  void grant(String purpose, BuiltInRole role, Output<String> scope) {
    grants.add(
        RoleGrants.grant(name + "-" + purpose, role, scope, principal, subscription, options));
  }

  /** Resource id. */
  Output<String> id() {
    return id;
  }

  Principal principal() {
    return principal;
  }

  /** The cluster comes after these. */
  List<Resource> grants() {
    return List.copyOf(grants);
  }
}
