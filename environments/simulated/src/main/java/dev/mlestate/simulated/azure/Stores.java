package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.Optional;

/**
 * What storage accounts, key vaults, registries and workspaces refuse.
 *
 * <p>Sources: "Version-level write once, read many (WORM) policies for immutable blob data"
 * (Microsoft Learn, found 2026-11-24: not on hierarchical namespaces). The others are general
 * knowledge of the services' documentation, not read; the codes are not theirs to the letter.
 */
final class Stores implements ArmRule {
  private static final String ACCOUNT = "azure-native:storage:StorageAccount";

  @Override
  public void check(Admission wanted, String id, Subscription there) {
    Obj inputs = wanted.inputs();
    switch (ResourcePaths.unversioned(wanted.type())) {
      case ACCOUNT -> account(inputs, wanted.before());
      case "azure-native:storage:BlobServiceProperties" -> blobService(inputs, id, there);
      case "azure-native:keyvault:Vault" -> vault(inputs, wanted.before());
      case "azure-native:containerregistry:Registry" -> registry(inputs);
      case "azure-native:network:PrivateEndpoint" -> privateRegistry(inputs, there);
      case "azure-native:machinelearningservices:Workspace" -> workspace(inputs, there);
      case "azure-native:insights:DiagnosticSetting",
          "azure-native:insights:SubscriptionDiagnosticSetting" ->
          diagnostics(inputs);
      default -> {
        // No store.
      }
    }
  }

  private static boolean hierarchical(Obj account) {
    return Inputs.is(account, "isHnsEnabled", true);
  }

  private static void account(Obj inputs, Optional<RecordedResource> before) {
    if (hierarchical(inputs) && Inputs.is(inputs, "immutableStorageWithVersioning.enabled", true)) {
      throw new CloudException(
          "FeatureNotSupportedForAccount: immutableStorageWithVersioning is not supported for accounts with a hierarchical namespace (isHnsEnabled).");
    }
    if (hierarchical(inputs)
        && Inputs.text(inputs, "kind")
            .filter(kind -> !kind.equals("StorageV2") && !kind.equals("BlockBlobStorage"))
            .isPresent()) {
      throw new CloudException(
          "HnsNotSupportedForAccountKind: a hierarchical namespace needs the kind StorageV2 or BlockBlobStorage.");
    }
    String state = "immutableStorageWithVersioning.immutabilityPolicy.state";
    String days =
        "immutableStorageWithVersioning.immutabilityPolicy.immutabilityPeriodSinceCreationInDays";
    if (before
        .flatMap(each -> Inputs.text(each.inputs(), state))
        .filter("Locked"::equals)
        .isPresent()) {
      int held = before.flatMap(each -> Inputs.number(each.inputs(), days)).orElse(0);
      if (!Inputs.text(inputs, state).filter("Locked"::equals).isPresent()
          || Inputs.number(inputs, days).orElse(0) < held) {
        throw new CloudException(
            "AccountImmutabilityPolicyLocked: the immutability policy is locked: it can only be lengthened, not unlocked, shortened or taken away.");
      }
    }
  }

  private static void blobService(Obj inputs, String id, Subscription there) {
    boolean hns =
        ResourcePaths.parent(id)
            .flatMap(there::find)
            .map(RecordedResource::inputs)
            .filter(Stores::hierarchical)
            .isPresent();
    for (String feature : new String[] {"isVersioningEnabled", "restorePolicy.enabled"}) {
      if (hns && Inputs.is(inputs, feature, true)) {
        throw new CloudException(
            "FeatureNotSupportedForAccount: %s is not supported for accounts with a hierarchical namespace."
                .formatted(feature));
      }
    }
  }

  private static void vault(Obj inputs, Optional<RecordedResource> before) {
    if (Inputs.is(inputs, "properties.enablePurgeProtection", false)) {
      throw new CloudException(
          "BadRequest: The property \"enablePurgeProtection\" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.");
    }
    if (before.isEmpty()) {
      return;
    }
    Obj was = before.get().inputs();
    if (Inputs.is(was, "properties.enablePurgeProtection", true)
        && !Inputs.is(inputs, "properties.enablePurgeProtection", true)) {
      throw new CloudException(
          "BadRequest: The property \"enablePurgeProtection\" cannot be taken away: purge protection is irreversible.");
    }
    Optional<Integer> held = Inputs.number(was, "properties.softDeleteRetentionInDays");
    Optional<Integer> asked = Inputs.number(inputs, "properties.softDeleteRetentionInDays");
    if (held.isPresent() && asked.isPresent() && !held.equals(asked)) {
      throw new CloudException(
          "BadRequest: The property \"softDeleteRetentionInDays\" has been set already and it can't be modified.");
    }
  }

  private static void registry(Obj inputs) {
    if (Inputs.text(inputs, "sku.name").filter("Premium"::equals).isPresent()) {
      return;
    }
    String feature =
        Inputs.object(inputs, "encryption").isPresent()
            ? "encryption"
            : Inputs.text(inputs, "publicNetworkAccess").filter("Disabled"::equals).isPresent()
                ? "publicNetworkAccess Disabled"
                : Inputs.text(inputs, "zoneRedundancy").filter("Enabled"::equals).isPresent()
                    ? "zoneRedundancy"
                    : "";
    if (!feature.isEmpty()) {
      throw new CloudException(
          "SkuNotSupported: %s of a registry needs the sku Premium.".formatted(feature));
    }
  }

  private static void privateRegistry(Obj inputs, Subscription there) {
    for (Obj connection : Inputs.objects(inputs, "privateLinkServiceConnections")) {
      Inputs.text(connection, "privateLinkServiceId")
          .flatMap(there::find)
          .filter(each -> each.type().equals("azure-native:containerregistry:Registry"))
          .filter(
              each -> Inputs.text(each.inputs(), "sku.name").filter("Premium"::equals).isEmpty())
          .ifPresent(
              each -> {
                throw new CloudException(
                    "SkuNotSupported: a private endpoint of the registry '%s' needs the sku Premium."
                        .formatted(ResourcePaths.name(each.id())));
              });
    }
  }

  private static void workspace(Obj inputs, Subscription there) {
    Inputs.text(inputs, "storageAccount")
        .flatMap(there::find)
        .filter(each -> hierarchical(each.inputs()))
        .ifPresent(
            each -> {
              throw new CloudException(
                  "ValidationError: the storage account '%s' has a hierarchical namespace, which a workspace's own storage account must not have."
                      .formatted(ResourcePaths.name(each.id())));
            });
  }

  private static void diagnostics(Obj inputs) {
    boolean somewhere =
        Inputs.text(inputs, "storageAccountId")
            .or(() -> Inputs.text(inputs, "workspaceId"))
            .or(() -> Inputs.text(inputs, "eventHubAuthorizationRuleId"))
            .or(() -> Inputs.text(inputs, "marketplacePartnerId"))
            .isPresent();
    if (!somewhere) {
      throw new CloudException(
          "BadRequest: At least one data sink needs to be specified: storageAccountId, workspaceId or eventHubAuthorizationRuleId.");
    }
  }
}
