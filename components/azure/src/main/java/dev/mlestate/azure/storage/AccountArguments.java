package dev.mlestate.azure.storage;

import com.pulumi.azurenative.storage.StorageAccountArgs;
import com.pulumi.azurenative.storage.enums.AccountImmutabilityPolicyState;
import com.pulumi.azurenative.storage.enums.AllowedCopyScope;
import com.pulumi.azurenative.storage.enums.Bypass;
import com.pulumi.azurenative.storage.enums.DefaultAction;
import com.pulumi.azurenative.storage.enums.IdentityType;
import com.pulumi.azurenative.storage.enums.KeySource;
import com.pulumi.azurenative.storage.enums.KeyType;
import com.pulumi.azurenative.storage.enums.Kind;
import com.pulumi.azurenative.storage.enums.MinimumTlsVersion;
import com.pulumi.azurenative.storage.inputs.AccountImmutabilityPolicyPropertiesArgs;
import com.pulumi.azurenative.storage.inputs.EncryptionArgs;
import com.pulumi.azurenative.storage.inputs.EncryptionIdentityArgs;
import com.pulumi.azurenative.storage.inputs.EncryptionServiceArgs;
import com.pulumi.azurenative.storage.inputs.EncryptionServicesArgs;
import com.pulumi.azurenative.storage.inputs.IdentityArgs;
import com.pulumi.azurenative.storage.inputs.ImmutableStorageAccountArgs;
import com.pulumi.azurenative.storage.inputs.KeyVaultPropertiesArgs;
import com.pulumi.azurenative.storage.inputs.NetworkRuleSetArgs;
import com.pulumi.azurenative.storage.inputs.SkuArgs;
import com.pulumi.azurenative.storage.inputs.VirtualNetworkRuleArgs;
import com.pulumi.core.Output;
import dev.mlestate.azure.encryption.EncryptionKey;
import dev.mlestate.azure.network.NetworkAccess;
import java.util.List;
import java.util.Optional;

/** The arguments of a storage account, none of which may be less strict. */
final class AccountArguments {
  private final SecureStorageAccount.Builder builder;
  private final Optional<EncryptionKey> key;

  AccountArguments(SecureStorageAccount.Builder builder, Optional<EncryptionKey> key) {
    this.builder = builder;
    this.key = key;
  }

  StorageAccountArgs.Builder of(
      String name, Output<String> resourceGroup, String location, String publicAccess) {
    var args =
        StorageAccountArgs.builder()
            .accountName(name)
            .resourceGroupName(resourceGroup)
            .location(location)
            .kind(Kind.StorageV2)
            .sku(SkuArgs.builder().name(builder.redundancy).build())
            .isHnsEnabled(builder.hierarchical)
            .enableHttpsTrafficOnly(true)
            .minimumTlsVersion(MinimumTlsVersion.TLS1_2)
            .allowSharedKeyAccess(false)
            .defaultToOAuthAuthentication(true)
            .allowBlobPublicAccess(false)
            .allowCrossTenantReplication(false)
            .allowedCopyScope(AllowedCopyScope.AAD)
            .isLocalUserEnabled(false)
            .publicNetworkAccess(publicAccess)
            .networkRuleSet(firewall(builder.network()))
            .encryption(encryption());
    key.ifPresent(
        present ->
            args.identity(
                IdentityArgs.builder()
                    .type(IdentityType.UserAssigned)
                    .userAssignedIdentities(present.identity().id().applyValue(List::of))
                    .build()));
    builder.immutability.ifPresent(value -> args.immutableStorageWithVersioning(lock(value)));
    return args;
  }

  /**
   * Services of Azure that the account's owner set up still come in, such as logs ("Azure Storage
   * firewall and virtual network rules", exceptions stay in effect where public access is disabled;
   * general knowledge, not read).
   */
  private static NetworkRuleSetArgs firewall(NetworkAccess network) {
    var rules =
        NetworkRuleSetArgs.builder().defaultAction(DefaultAction.Deny).bypass(Bypass.AzureServices);
    if (network.privateEndpoints().isEmpty()) {
      rules.virtualNetworkRules(
          network.nodeSubnetIds().stream()
              .map(id -> VirtualNetworkRuleArgs.builder().virtualNetworkResourceId(id).build())
              .toList());
    }
    return rules.build();
  }

  private EncryptionArgs encryption() {
    EncryptionServiceArgs account =
        EncryptionServiceArgs.builder().enabled(true).keyType(KeyType.Account).build();
    var encryption =
        EncryptionArgs.builder()
            .requireInfrastructureEncryption(true)
            .services(EncryptionServicesArgs.builder().blob(account).file(account).build());
    if (key.isEmpty()) {
      return encryption.keySource(KeySource.Microsoft_Storage).build();
    }
    return encryption
        .keySource(KeySource.Microsoft_Keyvault)
        .keyVaultProperties(
            KeyVaultPropertiesArgs.builder()
                .keyVaultUri(key.get().vaultUri())
                // Without a version the account follows the key's rotation by itself.
                .keyName(key.get().name())
                .build())
        .encryptionIdentity(
            EncryptionIdentityArgs.builder()
                .encryptionUserAssignedIdentity(key.get().identity().id())
                .build())
        .build();
  }

  /**
   * Azure makes a policy unlocked and locks it afterwards (ARM type
   * AccountImmutabilityPolicyProperties, read 2026-11-24).
   */
  private static ImmutableStorageAccountArgs lock(Immutability immutability) {
    return ImmutableStorageAccountArgs.builder()
        .enabled(true)
        .immutabilityPolicy(
            AccountImmutabilityPolicyPropertiesArgs.builder()
                .immutabilityPeriodSinceCreationInDays(immutability.days())
                .allowProtectedAppendWrites(true)
                .state(
                    immutability.locked()
                        ? AccountImmutabilityPolicyState.Locked
                        : AccountImmutabilityPolicyState.Unlocked)
                .build())
        .build();
  }
}
