package dev.mlestate.azure.identity;

import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.subscription.AzureSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A managed identity of a service of ours, and the roles that it was given. */
public final class ServiceIdentity {
  private final String name;
  private final AzureSubscription subscription;
  private final CustomResourceOptions options;
  private final UserAssignedIdentity identity;
  private final List<Resource> grants = new ArrayList<>();

  private ServiceIdentity(
      String name,
      AzureSubscription subscription,
      CustomResourceOptions options,
      UserAssignedIdentity identity) {
    this.name = name;
    this.subscription = subscription;
    this.options = options;
    this.identity = identity;
  }

  /**
   * Registers the identity.
   *
   * @param options parent of the identity and of its roles
   */
  public static ServiceIdentity create(
      String name,
      AzureSubscription subscription,
      Output<String> resourceGroup,
      Map<String, String> tags,
      CustomResourceOptions options) {
    UserAssignedIdentity identity =
        new UserAssignedIdentity(
            name,
            UserAssignedIdentityArgs.builder()
                .resourceName(name)
                .resourceGroupName(resourceGroup)
                .location(subscription.location())
                .tags(tags)
                .build(),
            options);
    return new ServiceIdentity(name, subscription, options, identity);
  }

  /**
   * Gives it a role.
   *
   * @param what the scope is, for the assignment's name
   */
  public ServiceIdentity grant(String what, BuiltInRole role, Output<String> scope) {
    String assignment = name + "-" + what + "-" + words(role);
    grants.add(RoleGrants.grant(assignment, role, scope, principal(), subscription, options));
    return this;
  }

  private static String words(BuiltInRole role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public UserAssignedIdentity identity() {
    return identity;
  }

  /** Resource id. */
  public Output<String> id() {
    return identity.id();
  }

  /** Object id in the directory. */
  public Output<String> principalId() {
    return identity.principalId();
  }

  /** Application id in the directory. */
  public Output<String> clientId() {
    return identity.clientId();
  }

  public Principal principal() {
    return Principal.identity(name, identity.principalId());
  }

  /** What must be there before the identity is of use. */
  public List<Resource> grants() {
    return List.copyOf(grants);
  }
}
