package dev.mlestate.azure.datalake;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.azurenative.purview.Account;
import com.pulumi.azurenative.purview.AccountArgs;
import com.pulumi.azurenative.purview.enums.ManagedEventHubState;
import com.pulumi.azurenative.purview.enums.Type;
import com.pulumi.azurenative.purview.inputs.IdentityArgs;
import com.pulumi.azurenative.purview.outputs.IdentityResponse;
import com.pulumi.azurenative.storage.BlobContainer;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.Principal;
import dev.mlestate.azure.identity.RoleGrants;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.azure.storage.SecureStorageAccount;
import dev.mlestate.azure.storage.StorageRetention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A storage account with a file system for each zone, the groups' roles on them, and a Purview
 * account that reads the zones and catalogues what is in them.
 *
 * <pre>{@code
 * DataLake lake =
 *     DataLake.builder("vision-dev")
 *         .subscription(subscription)
 *         .resourceGroup(group)
 *         .network(network)
 *         .build();
 * }</pre>
 */
public final class DataLake extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:DataLake";

  private static final List<String> DEFAULT_ZONES = List.of("raw", "curated", "features");

  private final SecureStorageAccount storage;
  private final Account catalog;
  private final List<Resource> catalogEndpoints;
  private final Map<String, LakeZone> zones = new LinkedHashMap<>();

  private DataLake(Builder builder) {
    super(TYPE, builder);
    storage =
        SecureStorageAccount.builder(child("lake"))
            .subscription(subscription())
            .resourceGroup(resourceGroup())
            .network(builder.network())
            .keys(builder.keys())
            .recoverable(builder.versioning)
            .retention(StorageRetention.noncurrent(builder.retentionDays))
            .tags(tags())
            .options(parentedComponent())
            .build();
    catalog =
        new Account(
            child("catalog"),
            AccountArgs.builder()
                .accountName(names().unique("catalog"))
                .resourceGroupName(resourceGroup())
                .location(location())
                .identity(IdentityArgs.builder().type(Type.SystemAssigned).build())
                .publicNetworkAccess(publicAccess(builder.network()))
                .managedResourcesPublicNetworkAccess("Disabled")
                .managedEventHubState(ManagedEventHubState.Disabled)
                .managedResourceGroupName(names().resource("catalog-managed"))
                .tags(tags())
                .build(),
            parentedDeleteFirst());
    catalogEndpoints =
        privateEndpoints(
            builder.network(),
            "catalog",
            catalog.id(),
            PrivateService.PURVIEW_ACCOUNT,
            PrivateService.PURVIEW_PORTAL);
    Principal reader = Principal.identity(child("catalog"), catalogPrincipal());
    for (String zone : builder.zones) {
      zones.put(zone, zone(zone, reader, builder.grants));
    }
    Map<String, Output<?>> outputs = new TreeMap<>();
    zones.forEach((name, zone) -> outputs.put(name, zone.uri()));
    complete(outputs);
  }

  /**
   * Starts a data lake.
   *
   * @param name prefix of the account, such as vision-dev
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The zones, in their order. */
  public Map<String, LakeZone> zones() {
    return Collections.unmodifiableMap(zones);
  }

  /**
   * One zone.
   *
   * @throws IllegalArgumentException if the lake has no such zone
   */
  public LakeZone zone(String name) {
    LakeZone zone = zones.get(name);
    if (zone == null) {
      throw new IllegalArgumentException("no zone " + name + " among " + zones.keySet());
    }
    return zone;
  }

  /** Of each zone, such as abfss://raw@visiondevlake3f2a1b.dfs.core.windows.net/. */
  public Map<String, Output<String>> bucketUris() {
    Map<String, Output<String>> uris = new LinkedHashMap<>();
    zones.forEach((name, zone) -> uris.put(name, zone.uri()));
    return uris;
  }

  public SecureStorageAccount storage() {
    return storage;
  }

  /** The catalogue; it may read every zone. */
  public Account catalog() {
    return catalog;
  }

  /** What must be there before the catalogue is reached from within the network. */
  public List<Resource> catalogEndpoints() {
    return catalogEndpoints;
  }

  private Output<String> catalogPrincipal() {
    return catalog
        .identity()
        .applyValue(identity -> identity.map(IdentityResponse::principalId).orElseThrow());
  }

  private LakeZone zone(String zone, Principal reader, List<LakeGrant> grants) {
    BlobContainer container = storage.container(zone);
    Output<String> id = container.id();
    List<RoleAssignment> made = new ArrayList<>();
    made.add(grant(zone, "catalog", BuiltInRole.STORAGE_BLOB_DATA_READER, id, reader));
    for (LakeGrant grant : grants) {
      if (grant.zones().contains(zone)) {
        Principal principal = grant.principal();
        made.add(grant(zone, principal.key(), grant.access().role(), id, principal));
      }
    }
    return new LakeZone(zone, container, id, storage.uri(container), made);
  }

  private RoleAssignment grant(
      String zone, String who, BuiltInRole role, Output<String> scope, Principal principal) {
    return RoleGrants.grant(
        child(zone + "-" + who), role, scope, principal, subscription(), parented());
  }

  /** Builds a {@link DataLake}. */
  public static final class Builder extends AzureBuilder<DataLake, Builder> {
    private List<String> zones = DEFAULT_ZONES;
    private boolean versioning = true;
    private int retentionDays = 90;
    private List<LakeGrant> grants = List.of();

    private Builder(String name) {
      super(name);
    }

    /** Names of the zones, from the rawest on. Default: raw, curated, features. */
    public Builder zones(List<String> value) {
      zones = List.copyOf(value);
      return this;
    }

    /** Zones, versioning and retention as the environment file has them. */
    public Builder lake(dev.mlestate.model.DataLake value) {
      return zones(value.zones())
          .versioning(value.versioning())
          .retentionDays(value.retentionDays());
    }

    /** Whether what was deleted can be brought back. Default: true. */
    public Builder versioning(boolean value) {
      versioning = value;
      return this;
    }

    /** Days after which what was deleted is gone, 365 at the most. Default: 90. */
    public Builder retentionDays(int value) {
      retentionDays = value;
      return this;
    }

    /** Who may use which zones. Default: nobody but the catalogue. */
    public Builder grants(List<LakeGrant> value) {
      grants = List.copyOf(value);
      return this;
    }

    @Override
    public DataLake build() {
      return new DataLake(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
