package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.record.RecordedResource;
import java.util.Map;

/**
 * Names that are unique in all of Azure, because they are part of a host's name.
 *
 * <p>Source: "Naming rules and restrictions for Azure resources", MicrosoftDocs/azure-docs,
 * resource-name-rules.md at commit 0010dc26, read 2026-11-24. The codes: general knowledge.
 */
final class GlobalNames implements ArmRule {
  private static final Map<String, String> REFUSALS =
      Map.of(
          "azure-native:storage:StorageAccount",
          "StorageAccountAlreadyTaken: The storage account named %s is already taken.",
          "azure-native:keyvault:Vault",
          "VaultAlreadyExists: The vault name '%s' is already in use. Vault names are globally unique.",
          "azure-native:containerregistry:Registry",
          "AlreadyInUse: The registry DNS name %s.azurecr.io is already in use.",
          "azure-native:cache:Redis",
          "NameNotAvailable: The Redis cache name '%s' is not available.",
          "azure-native:purview:Account",
          "NameNotAvailable: The account name '%s' is not available.");

  @Override
  public void check(Admission wanted, String id, Subscription there) {
    String type = ResourcePaths.unversioned(wanted.type());
    String refusal = REFUSALS.get(type);
    if (refusal == null || wanted.before().isPresent()) {
      return;
    }
    String name = ResourcePaths.name(id);
    for (RecordedResource other : there.all(type)) {
      if (ResourcePaths.name(other.id()).equalsIgnoreCase(name)) {
        throw new CloudException(refusal.formatted(name));
      }
    }
  }
}
