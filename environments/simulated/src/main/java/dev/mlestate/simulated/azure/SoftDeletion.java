package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.cloud.Remainder;
import dev.mlestate.simulated.record.RecordedResource;
import java.util.Optional;

/**
 * What Azure keeps of something deleted, and that its name stays taken.
 *
 * <p>Sources, read 2026-11-24: Azure/ResourceModules#3596 (the answer about workspaces) and
 * hashicorp/terraform-provider-azurerm#22171 (14 days); azurerm#12972 and Azure Service Operator's
 * ADR-2023-07 on key vaults (createMode default and recover); pulumi-azure-native,
 * custom_keyvault.go (a key is deleted in its vault, where it stays) and #1174. That Log Analytics
 * recovers by itself is general knowledge.
 */
final class SoftDeletion implements ArmRule {
  private static final String VAULT = "azure-native:keyvault:Vault";
  private static final String KEY = "azure-native:keyvault:Key";
  private static final String SECRET = "azure-native:keyvault:Secret";
  private static final String WORKSPACE = "azure-native:machinelearningservices:Workspace";
  private static final String LOGS = "azure-native:operationalinsights:Workspace";

  /** Why something is left over; empty if it is gone. */
  static Optional<String> remainder(RecordedResource deleted) {
    return switch (ResourcePaths.unversioned(deleted.type())) {
      case VAULT ->
          Optional.of(
              "soft-deleted: Azure deletes it after %d days, until then the name is taken%s"
                  .formatted(
                      Inputs.number(deleted.inputs(), "properties.softDeleteRetentionInDays")
                          .orElse(90),
                      Inputs.is(deleted.inputs(), "properties.enablePurgeProtection", true)
                          ? " and nobody can purge it"
                          : ""));
      case KEY, SECRET -> Optional.of("soft-deleted with its vault");
      case WORKSPACE ->
          Optional.of(
              "soft-deleted: Azure deletes it after %d days, until then the name is taken"
                  .formatted(
                      Inputs.number(deleted.inputs(), "softDeleteRetentionInDays").orElse(14)));
      case LOGS ->
          Optional.of(
              "soft-deleted: Azure deletes it after 14 days; one of the same name recovers it");
      default -> Optional.empty();
    };
  }

  @Override
  public void check(Admission wanted, String id, Subscription there) {
    if (wanted.before().isPresent()) {
      return;
    }
    String type = ResourcePaths.unversioned(wanted.type());
    boolean kept =
        wanted.record().all().stream()
            .filter(each -> !Remainder.exists(each))
            .filter(each -> ResourcePaths.unversioned(each.type()).equals(type))
            .anyMatch(each -> sameName(type, each.id(), id));
    switch (type) {
      case VAULT -> vault(wanted, kept, ResourcePaths.name(id));
      case KEY, SECRET -> {
        // A vault that is new, because its name was free, has none of the old one's.
        if (kept) {
          throw new CloudException(
              "Conflict: Object %s is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the object can only be recovered or purged. (ObjectIsDeletedButRecoverable)"
                  .formatted(ResourcePaths.name(id)));
        }
      }
      case WORKSPACE -> {
        if (kept) {
          throw new CloudException(
              "BadRequest: Soft-deleted workspace exists. Please purge or recover it. https://aka.ms/wsoftdelete ('%s')"
                  .formatted(ResourcePaths.name(id)));
        }
      }
      default -> {
        // Nothing else keeps its name.
      }
    }
  }

  /** A vault's name is unique in all of Azure, the others' in what they are in. */
  private static boolean sameName(String type, String kept, String wanted) {
    return type.equals(VAULT)
        ? ResourcePaths.name(kept).equalsIgnoreCase(ResourcePaths.name(wanted))
        : ResourcePaths.normal(kept).equals(ResourcePaths.normal(wanted));
  }

  private static void vault(Admission wanted, boolean kept, String name) {
    boolean recover = wanted.input("properties.createMode").filter("recover"::equals).isPresent();
    if (kept && !recover) {
      throw new CloudException(
          "ConflictError: A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. ('%s'; properties.createMode recover takes it back)"
              .formatted(name));
    }
    if (!kept && recover) {
      throw new CloudException(
          "SoftDeletedVaultDoesNotExist: A soft deleted vault with the name '%s' does not exist."
              .formatted(name));
    }
  }
}
