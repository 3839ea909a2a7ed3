package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Role assignments: the role, who is given it, and that nobody is given it twice. */
final class RoleAssignments implements ArmRule {
  private static final Set<String> BUILT_IN = new HashSet<>();

  static {
    DatedTable.rows(RoleAssignments.class, "roles.tsv", 2).forEach(row -> BUILT_IN.add(row.get(1)));
  }

  @Override
  public void check(Admission wanted, String id, Subscription there) {
    if (!wanted.type().equals(Access.ROLE_ASSIGNMENT)) {
      return;
    }
    String role = wanted.input("roleDefinitionId").orElse("");
    String guid = Access.guid(role);
    boolean custom =
        there.all("azure-native:authorization:RoleDefinition").stream()
            .anyMatch(each -> Access.guid(each.id()).equals(guid));
    if (!BUILT_IN.contains(guid) && !custom) {
      throw new CloudException(
          "RoleDefinitionDoesNotExist: The specified role definition with ID '%s' does not exist."
              .formatted(guid));
    }
    String principal = wanted.input("principalId").orElse("");
    if (!Guids.is(principal)) {
      throw new CloudException(
          "InvalidPrincipalId: The principal ID '%s' is not valid. Principal ID must be a GUID."
              .formatted(principal));
    }
    boolean service = wanted.input("principalType").filter("ServicePrincipal"::equals).isPresent();
    if (service && !new Access(there).knows(principal)) {
      throw new CloudException(
          "PrincipalNotFound: Principal %s does not exist in the directory.".formatted(principal));
    }
    if (wanted.before().isEmpty()) {
      for (RecordedResource other : there.all(Access.ROLE_ASSIGNMENT)) {
        if (same(wanted.inputs(), other.inputs())) {
          throw new CloudException(
              "RoleAssignmentExists: The role assignment already exists. ('%s')"
                  .formatted(other.id()));
        }
      }
    }
  }

  private static boolean same(Obj one, Obj other) {
    return List.of("principalId", "roleDefinitionId", "scope").stream()
        .allMatch(name -> text(one, name).equals(text(other, name)));
  }

  private static String text(Obj inputs, String name) {
    String text = Inputs.text(inputs, name).orElse("");
    return switch (name) {
      case "scope" -> Access.scope(text);
      case "roleDefinitionId" -> Access.guid(text);
      default -> ResourcePaths.normal("/" + text);
    };
  }
}
