package dev.mlestate.azure.featurestore;

import com.pulumi.azurenative.machinelearningservices.Datastore;
import com.pulumi.azurenative.machinelearningservices.DatastoreArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.AzureBlobDatastoreArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.NoneDatastoreCredentialsArgs;
import com.pulumi.azurenative.storage.BlobContainer;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.datalake.DataLake;
import dev.mlestate.azure.datalake.LakeZone;
import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.ServiceIdentity;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.azure.workspace.FeatureStoreSettingsArgs;
import dev.mlestate.azure.workspace.OutboundRuleArgs;
import dev.mlestate.azure.workspace.Workspace;
import dev.mlestate.azure.workspace.WorkspaceConnection;
import dev.mlestate.azure.workspace.WorkspaceStores;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.pulumi.ComponentBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Feature sets that are kept in a zone of the lake for training and, if a cache is named, online
 * for serving.
 *
 * <pre>{@code
 * FeatureStore store =
 *     FeatureStore.builder("vision-dev")
 *         .subscription(subscription)
 *         .providers(providers)
 *         .resourceGroup(group)
 *         .network(network)
 *         .stores(stores)
 *         .lake(lake, "features")
 *         .groups(List.of(users))
 *         .build();
 * }</pre>
 *
 * <p>Azure keeps a version of a set as it was made: other features are another version, and the old
 * one goes. Whoever deploys writes the specifications with their own rights: they need the role
 * Storage Blob Data Contributor on the stores' account, and a way to it.
 */
public final class FeatureStore extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:FeatureStore";

  private static final String OFFLINE = "offline-store";
  private static final String ONLINE = "online-store";
  private static final String SPECIFICATIONS = "specifications";

  private final Workspace workspace;
  private final ServiceIdentity materialization;
  private final WorkspaceConnection offlineStore;
  private final Optional<WorkspaceConnection> onlineStore;
  private final Datastore specifications;
  private final Map<String, FeatureSet> sets = new LinkedHashMap<>();

  private FeatureStore(Builder builder) {
    super(TYPE, builder);
    WorkspaceStores stores = ComponentBuilder.required(builder.stores, "stores");
    DataLake lake = ComponentBuilder.required(builder.lake, "lake");
    LakeZone zone = lake.zone(ComponentBuilder.required(builder.zone, "lake"));
    workspace = workspace(stores, lake, builder);
    materialization =
        identity("materialization")
            .grant("features", BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR, zone.id())
            .grant("store", BuiltInRole.AZUREML_DATA_SCIENTIST, workspace.id());
    builder.onlineCache.ifPresent(
        cache -> materialization.grant("online", BuiltInRole.REDIS_CACHE_CONTRIBUTOR, cache));
    offlineStore = connection(OFFLINE, "ADLSGen2", zone.id(), builder);
    onlineStore = builder.onlineCache.map(cache -> connection(ONLINE, "Redis", cache, builder));
    BlobContainer container = stores.storage().container("feature-specifications");
    specifications = specifications(stores, container);
    FeatureSets made =
        new FeatureSets(
            this::child,
            resourceGroup(),
            workspace.name(),
            builder.onlineCache.isPresent(),
            tags());
    // The specification is written over the network.
    List<Resource> needed = new ArrayList<>(stores.storage().reachable());
    needed.add(specifications);
    needed.add(offlineStore);
    for (FeatureGroup group : builder.groups) {
      sets.put(
          group.name(),
          made.create(
              group,
              new FeatureSets.Place(
                  stores.storage().name(),
                  container.name(),
                  zone.uri().applyValue(uri -> uri + "feature-store/" + group.name()),
                  folder()),
              builder.carrying(FeatureSets.BLOB),
              parentedDeleteFirst(needed)));
    }
    complete(new TreeMap<>(groupNames()));
  }

  /**
   * Starts a feature store.
   *
   * @param name prefix of the workspace's name, such as vision-dev
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** By the name in the environment file, in its order. */
  public Map<String, FeatureSet> sets() {
    return Collections.unmodifiableMap(sets);
  }

  /** What Azure Machine Learning calls the sets, by the name in the environment file. */
  public Map<String, Output<String>> groupNames() {
    Map<String, Output<String>> names = new LinkedHashMap<>();
    sets.forEach(
        (name, set) ->
            names.put(
                name, set.container().name().applyValue(asset -> asset + ":" + set.versionName())));
    return names;
  }

  /** The workspace of kind FeatureStore. */
  public Workspace workspace() {
    return workspace;
  }

  /** The identity by which jobs write features. */
  public ServiceIdentity materialization() {
    return materialization;
  }

  public WorkspaceConnection offlineStore() {
    return offlineStore;
  }

  /** Empty where features are kept offline alone. */
  public Optional<WorkspaceConnection> onlineStore() {
    return onlineStore;
  }

  private Workspace workspace(WorkspaceStores stores, DataLake lake, Builder builder) {
    Map<String, OutboundRuleArgs> rules = new TreeMap<>();
    rules.put("lake", new OutboundRuleArgs(lake.storage().id(), PrivateService.DATA_LAKE, true));
    builder.onlineCache.ifPresent(
        cache -> rules.put("online", new OutboundRuleArgs(cache, PrivateService.REDIS, true)));
    return Workspace.builder(child("features"))
        .subscription(subscription())
        .resourceGroup(resourceGroup())
        .network(builder.network())
        .providers(builder.providers())
        .keys(builder.keys())
        .stores(stores)
        .featureStore(
            new FeatureStoreSettingsArgs(OFFLINE, builder.onlineCache.map(cache -> ONLINE)))
        .outboundRules(rules)
        .tags(tags())
        .options(parentedComponent())
        .build();
  }

  private WorkspaceConnection connection(
      String name, String category, Output<String> target, Builder builder) {
    return new WorkspaceConnection(
        child(name),
        name,
        category,
        target,
        workspace,
        resourceGroup(),
        materialization,
        builder.providers(),
        parentedDeleteFirst(materialization.grants()));
  }

  private Datastore specifications(WorkspaceStores stores, BlobContainer container) {
    return new Datastore(
        child(SPECIFICATIONS),
        DatastoreArgs.builder()
            .name(SPECIFICATIONS)
            .resourceGroupName(resourceGroup())
            .workspaceName(workspace.name())
            .datastoreProperties(
                AzureBlobDatastoreArgs.builder()
                    .datastoreType("AzureBlob")
                    .accountName(stores.storage().name())
                    .containerName(container.name())
                    .credentials(
                        NoneDatastoreCredentialsArgs.builder().credentialsType("None").build())
                    .serviceDataAccessAuthIdentity("WorkspaceUserAssignedIdentity")
                    .build())
            .build(),
        parentedDeleteFirst());
  }

  /** Where Azure Machine Learning finds the specifications. */
  private Output<String> folder() {
    return Output.tuple(resourceGroup(), workspace.name())
        .applyValue(
            both ->
                "azureml://subscriptions/"
                    + subscription().id()
                    + "/resourcegroups/"
                    + both.t1
                    + "/workspaces/"
                    + both.t2
                    + "/datastores/"
                    + SPECIFICATIONS
                    + "/paths");
  }

  /** Builds a {@link FeatureStore}. */
  public static final class Builder extends AzureBuilder<FeatureStore, Builder> {
    private @Nullable WorkspaceStores stores;
    private @Nullable DataLake lake;
    private @Nullable String zone;
    private Optional<Output<String>> onlineCache = Optional.empty();
    private List<FeatureGroup> groups = List.of();

    private Builder(String name) {
      super(name);
    }

    /** What the workspace stands on. Required. */
    public Builder stores(WorkspaceStores value) {
      stores = value;
      return this;
    }

    /** The lake and its zone in which features are kept. Required. */
    public Builder lake(DataLake value, String zoneName) {
      lake = value;
      zone = zoneName;
      return this;
    }

    /**
     * Resource id of an {@link OnlineCache} or of one that the company has, in which features are
     * kept for serving too. Default: none.
     */
    public Builder onlineCache(Output<String> value) {
      onlineCache = Optional.of(value);
      return this;
    }

    /** The groups and their features. Default: none. */
    public Builder groups(List<FeatureGroup> value) {
      groups = List.copyOf(value);
      return this;
    }

    @Override
    public FeatureStore build() {
      return new FeatureStore(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
