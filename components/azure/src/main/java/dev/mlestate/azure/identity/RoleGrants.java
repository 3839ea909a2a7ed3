package dev.mlestate.azure.identity;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.azurenative.authorization.RoleAssignmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.azure.subscription.AzureSubscription;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Gives roles. An assignment's name is a GUID, which is made of the assignment's own name here, so
 * that it is the same in every run and on every machine.
 */
public final class RoleGrants {
  private RoleGrants() {}

  /**
   * Gives a principal a role on a scope.
   *
   * @param name of the assignment in the stack, unique there
   * @param scope resource id of what the role is for
   * @param options with the parent
   */
  public static RoleAssignment grant(
      String name,
      BuiltInRole role,
      Output<String> scope,
      Principal principal,
      AzureSubscription subscription,
      CustomResourceOptions options) {
    return grant(
        name,
        role.title(),
        Output.of(subscription.roleDefinitionPath(role.guid())),
        scope,
        principal,
        subscription,
        options);
  }

  /**
   * Gives a principal a role that the estate made.
   *
   * @param title of the role
   * @param roleId resource id of its definition
   */
  public static RoleAssignment grant(
      String name,
      String title,
      Output<String> roleId,
      Output<String> scope,
      Principal principal,
      AzureSubscription subscription,
      CustomResourceOptions options) {
    RoleAssignmentArgs.Builder args =
        RoleAssignmentArgs.builder()
            .roleAssignmentName(guid(subscription, name))
            .scope(scope)
            .roleDefinitionId(roleId)
            .principalId(principal.id())
            .description(title + " for " + principal.key());
    principal.type().ifPresent(args::principalType);
    return new RoleAssignment(
        name,
        args.build(),
        CustomResourceOptions.merge(
            options,
            // Its name stays, and Azure has no two assignments of one name.
            CustomResourceOptions.builder().deleteBeforeReplace(true).build()));
  }

  /** A GUID that is the same in every run: the name of an assignment or of a role in Azure. */
  public static String guid(AzureSubscription subscription, String name) {
    String key = subscription.id() + "/" + name;
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
