package dev.mlestate.azure.workspace;

import com.pulumi.azurenative.machinelearningservices.inputs.EncryptionPropertyArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.ManagedServiceIdentityArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace is made with, of the properties of
 * Microsoft.MachineLearningServices/workspaces@2024-10-01-preview.
 */
final class MlWorkspaceArgs extends ResourceArgs {
  @Import(name = "resourceGroupName", required = true)
  final Output<String> resourceGroupName;

  @Import(name = "location")
  final String location;

  @Import(name = "kind")
  final String kind;

  @Import(name = "identity")
  final ManagedServiceIdentityArgs identity;

  @Import(name = "primaryUserAssignedIdentity")
  final Output<String> primaryUserAssignedIdentity;

  @Import(name = "storageAccount")
  final Output<String> storageAccount;

  @Import(name = "keyVault")
  final Output<String> keyVault;

  @Import(name = "containerRegistry")
  final Output<String> containerRegistry;

  @Import(name = "systemDatastoresAuthMode")
  final String systemDatastoresAuthMode = "Identity";

  @Import(name = "publicNetworkAccess")
  final String publicNetworkAccess;

  @Import(name = "managedNetwork")
  final ManagedNetworkArgs managedNetwork;

  @Import(name = "provisionNetworkNow")
  final boolean provisionNetworkNow = true;

  /** Less is logged by Microsoft, and scratch disks are encrypted too. */
  @Import(name = "hbiWorkspace")
  final boolean hbiWorkspace = true;

  @Import(name = "v1LegacyMode")
  final boolean v1LegacyMode = false;

  @Import(name = "encryption")
  final @Nullable EncryptionPropertyArgs encryption;

  @Import(name = "enableServiceSideCMKEncryption")
  final @Nullable Boolean enableServiceSideCmkEncryption;

  @Import(name = "featureStoreSettings")
  final @Nullable FeatureStoreSettingsArgs featureStoreSettings;

  @Import(name = "tags")
  final Map<String, String> tags;

  MlWorkspaceArgs(
      Output<String> resourceGroupName,
      String location,
      Workspace.Builder builder,
      ManagedServiceIdentityArgs identity,
      String publicNetworkAccess,
      @Nullable EncryptionPropertyArgs encryption) {
    WorkspaceStores stores = builder.stores();
    this.resourceGroupName = resourceGroupName;
    this.location = location;
    this.kind = builder.kind;
    this.identity = identity;
    this.primaryUserAssignedIdentity = stores.identity().id();
    this.storageAccount = stores.storage().id();
    this.keyVault = stores.vault().id();
    this.containerRegistry = stores.imageRegistryId();
    this.publicNetworkAccess = publicNetworkAccess;
    this.managedNetwork = new ManagedNetworkArgs(builder.outboundRules);
    this.encryption = encryption;
    this.enableServiceSideCmkEncryption = encryption == null ? null : true;
    this.featureStoreSettings = builder.featureStoreSettings;
    this.tags = builder.tags();
  }

  /**
   * A network of the workspace's own, which Azure runs and from which only what is named leaves.
   */
  static final class ManagedNetworkArgs extends ResourceArgs {
    @Import(name = "isolationMode")
    final String isolationMode = "AllowOnlyApprovedOutbound";

    @Import(name = "outboundRules")
    final Map<String, OutboundRuleArgs> outboundRules;

    ManagedNetworkArgs(Map<String, OutboundRuleArgs> outboundRules) {
      this.outboundRules = outboundRules;
    }
  }
}
