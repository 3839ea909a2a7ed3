package dev.mlestate.azure.encryption;

import com.pulumi.azurenative.compute.DiskEncryptionSet;
import com.pulumi.azurenative.compute.DiskEncryptionSetArgs;
import com.pulumi.azurenative.compute.enums.DiskEncryptionSetIdentityType;
import com.pulumi.azurenative.compute.enums.DiskEncryptionSetType;
import com.pulumi.azurenative.compute.inputs.EncryptionSetIdentityArgs;
import com.pulumi.azurenative.compute.inputs.KeyForDiskEncryptionSetArgs;
import com.pulumi.azurenative.compute.inputs.SourceVaultArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * What encrypts disks with a key of the customer's. It follows the key's rotation within the hour
 * by itself (Azure documentation, "Server-side encryption of Azure Disk Storage"; general
 * knowledge, not read).
 */
public final class DiskEncryption {
  private DiskEncryption() {}

  /** Makes a disk encryption set, after the key lets it in. */
  public static DiskEncryptionSet create(
      String name,
      EncryptionKey key,
      Output<String> resourceGroup,
      String location,
      Map<String, String> tags,
      CustomResourceOptions options) {
    KeyForDiskEncryptionSetArgs.Builder active =
        KeyForDiskEncryptionSetArgs.builder().keyUrl(key.versionedUri());
    key.vaultId()
        .ifPresent(vault -> active.sourceVault(SourceVaultArgs.builder().id(vault).build()));
    return new DiskEncryptionSet(
        name,
        DiskEncryptionSetArgs.builder()
            .diskEncryptionSetName(name)
            .resourceGroupName(resourceGroup)
            .location(location)
            .encryptionType(DiskEncryptionSetType.EncryptionAtRestWithCustomerKey)
            .rotationToLatestKeyVersionEnabled(true)
            .activeKey(active.build())
            .identity(
                EncryptionSetIdentityArgs.builder()
                    .type(DiskEncryptionSetIdentityType.UserAssigned)
                    .userAssignedIdentities(key.identity().id().applyValue(List::of))
                    .build())
            .tags(tags)
            .build(),
        CustomResourceOptions.merge(
            options, CustomResourceOptions.builder().dependsOn(key.identity().grants()).build()));
  }
}
