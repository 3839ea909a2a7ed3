package dev.mlestate.azure.workspace;

import com.pulumi.azurenative.keyvault.Vault;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.encryption.KeyVault;
import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.ServiceIdentity;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.azure.storage.SecureStorageAccount;
import dev.mlestate.azure.storage.StorageRetention;
import dev.mlestate.pulumi.ComponentBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the workspaces of an environment stand on: a storage account, a vault for their secrets, and
 * the identity by which they use both and the image registry.
 *
 * <p>Its roles are narrower than what Microsoft's guide gives a workspace's identity: it writes
 * data and secrets and connects privately, but changes no settings.
 */
public final class WorkspaceStores extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:WorkspaceStores";

  private final SecureStorageAccount storage;
  private final Vault vault;
  private final ServiceIdentity identity;
  private final Output<String> imageRegistryId;

  private WorkspaceStores(Builder builder) {
    super(TYPE, builder);
    imageRegistryId = ComponentBuilder.required(builder.imageRegistryId, "imageRegistryId");
    storage =
        SecureStorageAccount.builder(child("store"))
            .subscription(subscription())
            .resourceGroup(resourceGroup())
            .network(builder.network())
            .keys(builder.keys())
            // Workspaces keep their files in an account without a hierarchical namespace.
            .hierarchical(false)
            .services(PrivateService.BLOB, PrivateService.FILES)
            .retention(StorageRetention.noncurrent(builder.retentionDays))
            .tags(tags())
            .options(parentedComponent())
            .build();
    vault =
        KeyVault.create(
            componentName(),
            subscription(),
            resourceGroup(),
            builder.network(),
            builder.deletionWindowDays,
            tags(),
            parented());
    identity =
        identity("workspace")
            .grant("blobs", BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR, storage.id())
            .grant("files", BuiltInRole.STORAGE_FILE_DATA_PRIVILEGED_CONTRIBUTOR, storage.id())
            .grant("storage", BuiltInRole.NETWORK_CONNECTION_APPROVER, storage.id())
            .grant("secrets", BuiltInRole.KEY_VAULT_SECRETS_OFFICER, vault.id())
            .grant("vault", BuiltInRole.NETWORK_CONNECTION_APPROVER, vault.id())
            .grant("images", BuiltInRole.ACR_PUSH, imageRegistryId)
            .grant("registry", BuiltInRole.NETWORK_CONNECTION_APPROVER, imageRegistryId);
    complete(Map.of("storage", storage.name(), "vault", vault.name()));
  }

  /**
   * Starts the stores.
   *
   * @param name prefix of what they are called, such as vision-dev-ml
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public SecureStorageAccount storage() {
    return storage;
  }

  public Vault vault() {
    return vault;
  }

  /** The identity of the workspaces. */
  public ServiceIdentity identity() {
    return identity;
  }

  /** Resource id of the registry of images. */
  public Output<String> imageRegistryId() {
    return imageRegistryId;
  }

  /** What must be there before a workspace. */
  public List<Resource> ready() {
    List<Resource> all = new ArrayList<>(identity.grants());
    all.addAll(storage.reachable());
    return all;
  }

  /** Builds {@link WorkspaceStores}. */
  public static final class Builder extends AzureBuilder<WorkspaceStores, Builder> {
    private @Nullable Output<String> imageRegistryId;
    private int deletionWindowDays = 90;
    private int retentionDays = 90;

    private Builder(String name) {
      super(name);
    }

    /** Resource id of the registry of images. Required. */
    public Builder imageRegistryId(Output<String> value) {
      imageRegistryId = value;
      return this;
    }

    /** Days in which a deletion of the vault can be undone, 7 to 90. Default: 90. */
    public Builder deletionWindowDays(int value) {
      deletionWindowDays = value;
      return this;
    }

    /** Days after which replaced and deleted files expire. Default: 90. */
    public Builder retentionDays(int value) {
      retentionDays = value;
      return this;
    }

    @Override
    public WorkspaceStores build() {
      return new WorkspaceStores(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
