package dev.mlestate.azure.storage;

import com.pulumi.azurenative.storage.BlobContainer;
import com.pulumi.azurenative.storage.BlobContainerArgs;
import com.pulumi.azurenative.storage.BlobServiceProperties;
import com.pulumi.azurenative.storage.BlobServicePropertiesArgs;
import com.pulumi.azurenative.storage.ManagementPolicy;
import com.pulumi.azurenative.storage.ManagementPolicyArgs;
import com.pulumi.azurenative.storage.StorageAccount;
import com.pulumi.azurenative.storage.enums.PublicAccess;
import com.pulumi.azurenative.storage.inputs.DeleteRetentionPolicyArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicySchemaArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.model.KeyDomain;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A storage account without shared keys or anonymous readers, reached over TLS 1.2 alone and by
 * private endpoints, encrypted twice, whose deletions can be undone for a while.
 *
 * <pre>{@code
 * SecureStorageAccount account =
 *     SecureStorageAccount.builder("vision-dev-lake")
 *         .subscription(subscription)
 *         .resourceGroup(group)
 *         .network(network)
 *         .build();
 * }</pre>
 *
 * <p>With a hierarchical namespace Azure keeps no versions of what is overwritten: what was deleted
 * comes back, what was overwritten does not ("Blob Storage feature support in Azure storage
 * accounts", read 2026-11-24).
 */
public final class SecureStorageAccount extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:SecureStorageAccount";

  /** There is one of these in an account, of this name. */
  private static final String DEFAULT = "default";

  private final String knownName;
  private final StorageAccount account;
  private final BlobServiceProperties blobService;
  private final ManagementPolicy lifecycle;
  private final List<Resource> reachable;

  private SecureStorageAccount(Builder builder) {
    super(TYPE, builder);
    knownName = names().storageAccount();
    account =
        new StorageAccount(
            componentName(),
            new AccountArguments(builder, key(builder.domain))
                .of(knownName, resourceGroup(), location(), publicAccess(builder.network()))
                .tags(tags())
                .build(),
            parentedEncryptedDeleteFirst(builder.domain, List.of()));
    blobService = blobService(builder);
    lifecycle =
        new ManagementPolicy(
            child("lifecycle"),
            ManagementPolicyArgs.builder()
                .resourceGroupName(resourceGroup())
                .accountName(account.name())
                .managementPolicyName(DEFAULT)
                .policy(
                    ManagementPolicySchemaArgs.builder()
                        .rules(builder.retention.rules(builder.versions()))
                        .build())
                .build(),
            parentedDeleteFirst(blobService));
    reachable =
        privateEndpoints(
            builder.network(),
            "endpoint",
            account.id(),
            builder.services.toArray(PrivateService[]::new));
    complete(Map.of("name", account.name(), "id", account.id()));
  }

  /**
   * Starts an account.
   *
   * @param name such as vision-dev-lake; the account's own is that without hyphens and a hash
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The account's name, known before it exists. */
  public String knownName() {
    return knownName;
  }

  /** The account's name, once the account is as it should be. */
  public Output<String> name() {
    return Output.tuple(account.name(), blobService.id()).applyValue(both -> both.t1);
  }

  /** Resource id. */
  public Output<String> id() {
    return account.id();
  }

  /** Resource id of the blob service, whose requests can be recorded. */
  public Output<String> blobServiceId() {
    return account.id().applyValue(id -> id + "/blobServices/" + DEFAULT);
  }

  /** Resource id of a container. */
  public Output<String> containerId(String container) {
    return blobServiceId().applyValue(id -> id + "/containers/" + container);
  }

  /** Such as abfss://raw@visiondevlake3f2a1b.dfs.core.windows.net/. */
  public Output<String> uri(BlobContainer container) {
    return container
        .name()
        .applyValue(name -> "abfss://" + name + "@" + knownName + ".dfs.core.windows.net/");
  }

  public StorageAccount account() {
    return account;
  }

  public BlobServiceProperties blobService() {
    return blobService;
  }

  public ManagementPolicy lifecycle() {
    return lifecycle;
  }

  /** What must be there before the account is reached from within the network. */
  public List<Resource> reachable() {
    return reachable;
  }

  /** Makes a container, which is a file system too where the namespace is hierarchical. */
  public BlobContainer container(String container) {
    return new BlobContainer(
        child(container),
        BlobContainerArgs.builder()
            .resourceGroupName(resourceGroup())
            .accountName(account.name())
            .containerName(container)
            .publicAccess(PublicAccess.None)
            .build(),
        parentedDeleteFirst(blobService));
  }

  private BlobServiceProperties blobService(Builder builder) {
    var undo = DeleteRetentionPolicyArgs.builder().enabled(builder.recoverable);
    if (builder.recoverable) {
      undo.days(builder.retention.softDeleteDays());
    }
    var args =
        BlobServicePropertiesArgs.builder()
            .resourceGroupName(resourceGroup())
            .accountName(account.name())
            .blobServicesName(DEFAULT)
            .deleteRetentionPolicy(undo.build())
            .containerDeleteRetentionPolicy(undo.build());
    if (builder.versions()) {
      args.isVersioningEnabled(true);
    }
    return new BlobServiceProperties(child("blobs"), args.build(), parentedDeleteFirst());
  }

  /** Builds a {@link SecureStorageAccount}. */
  public static final class Builder extends AzureBuilder<SecureStorageAccount, Builder> {
    KeyDomain domain = KeyDomain.DATA;
    boolean hierarchical = true;
    boolean recoverable = true;
    String redundancy = "Standard_ZRS";
    StorageRetention retention = StorageRetention.noncurrent(90);
    Optional<Immutability> immutability = Optional.empty();
    List<PrivateService> services = List.of(PrivateService.BLOB, PrivateService.DATA_LAKE);

    private Builder(String name) {
      super(name);
    }

    /** Whose key encrypts the account. Default: that of data. */
    public Builder domain(KeyDomain value) {
      domain = value;
      return this;
    }

    /** Whether it is a data lake, with real folders. Default: true. */
    public Builder hierarchical(boolean value) {
      hierarchical = value;
      return this;
    }

    /** Whether what was deleted, and overwritten where there are versions, can come back. */
    public Builder recoverable(boolean value) {
      recoverable = value;
      return this;
    }

    /** The SKU. Default: Standard_ZRS, copies in three zones of the region. */
    public Builder redundancy(String value) {
      redundancy = value;
      return this;
    }

    /** When blobs go. Default: what was replaced or deleted goes after 90 days. */
    public Builder retention(StorageRetention value) {
      retention = value;
      return this;
    }

    /** How long blobs cannot be changed; not with a hierarchical namespace. Default: they can. */
    public Builder immutability(Immutability value) {
      immutability = Optional.of(value);
      return this;
    }

    /** What private endpoints lead to. Default: blobs and the data lake's file systems. */
    public Builder services(PrivateService... value) {
      services = List.of(value);
      return this;
    }

    boolean versions() {
      return !hierarchical && (recoverable || immutability.isPresent());
    }

    @Override
    public SecureStorageAccount build() {
      if (hierarchical && immutability.isPresent()) {
        throw new IllegalStateException(
            "Azure makes no version immutable in a hierarchical namespace: .hierarchical(false)");
      }
      return new SecureStorageAccount(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
