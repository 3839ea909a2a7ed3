package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.record.RecordedResource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who may do what: role assignments and the identities that they are given to. */
final class Access {
  static final String ROLE_ASSIGNMENT = "azure-native:authorization:RoleAssignment";
  static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
  static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";

  private final Subscription there;

  Access(Subscription there) {
    this.there = there;
  }

  /** The object id of a managed identity. */
  Optional<String> principal(String identity) {
    return there
        .find(identity)
        .flatMap(
            found ->
                Inputs.text(found.outputs(), "principalId")
                    .or(() -> Inputs.text(found.outputs(), "identity.principalId")))
        .or(
            () ->
                Optional.of(Guids.ofIdentity("principal", identity))
                    .filter(any -> there.before(ResourcePaths.normal(identity))));
  }

  /** Whether somebody has one of the roles on something or on what it is in. */
  boolean has(String principal, Set<String> roles, String scope) {
    String on = ResourcePaths.normal(scope);
    return there.all(ROLE_ASSIGNMENT).stream()
        .filter(each -> text(each, "principalId").equalsIgnoreCase(principal))
        .filter(each -> roles.contains(guid(text(each, "roleDefinitionId"))))
        .map(each -> scope(text(each, "scope")))
        .anyMatch(held -> on.equals(held) || on.startsWith(held + "/"));
  }

  private static String text(RecordedResource assignment, String input) {
    return Inputs.text(assignment.inputs(), input).orElse("");
  }

  /** A scope in the form of an id; it may come without the slash. */
  static String scope(String text) {
    return ResourcePaths.normal(text.startsWith("/") ? text : "/" + text);
  }

  /** The GUID of a role definition's id. */
  static String guid(String roleDefinition) {
    return ResourcePaths.name(roleDefinition).toLowerCase(Locale.ROOT);
  }

  /** Whether an object id belongs to an identity of this subscription. */
  boolean knows(String principal) {
    if (there.had().stream()
        .map(had -> Guids.ofIdentity("principal", had))
        .anyMatch(principal::equalsIgnoreCase)) {
      return true;
    }
    for (RecordedResource each : there.all()) {
      for (String output :
          List.of(
              "principalId", "identity.principalId", "identityProfile.kubeletidentity.objectId")) {
        if (Inputs.text(each.outputs(), output).filter(principal::equalsIgnoreCase).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }
}
