package dev.mlestate.azure;

import com.pulumi.core.Output;
import dev.mlestate.azure.audit.AuditTrail;
import dev.mlestate.azure.audit.Watched;
import dev.mlestate.azure.budget.BudgetAlerts;
import dev.mlestate.azure.datalake.DataLake;
import dev.mlestate.azure.datalake.LakeAccess;
import dev.mlestate.azure.datalake.LakeGrant;
import dev.mlestate.azure.featurestore.FeatureStore;
import dev.mlestate.azure.featurestore.OnlineCache;
import dev.mlestate.azure.registry.Registry;
import dev.mlestate.azure.subscription.Concern;
import dev.mlestate.azure.workspace.WorkspaceStores;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ServingKind;
import dev.mlestate.model.Stage;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.pulumi.NamedOutputs;
import dev.mlestate.pulumi.Names;
import dev.mlestate.pulumi.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What holds the estate's data and models, serves them, and watches both and their cost. */
final class DataPlatform {
  /** What the groups may do in the lake; a group that is not here gets nothing there. */
  private static final Map<String, LakeAccess> GROUP_ACCESS =
      Map.of(
          "auditors", LakeAccess.DESCRIBE,
          "dataScientists", LakeAccess.READ,
          "mlEngineers", LakeAccess.WRITE);

  private static final String FEATURES_ZONE = "features";

  private final Environment environment;
  private final Foundation foundation;
  private final Names names;
  private final Map<String, String> shared;
  private final List<Watched> watched = new ArrayList<>();
  private final Map<String, Output<?>> outputs = new TreeMap<>();
  private @Nullable Output<String> imageRegistryId;

  DataPlatform(Environment environment, Foundation foundation) {
    this.environment = environment;
    this.foundation = foundation;
    this.names = Names.of(environment);
    this.shared = Tags.of(environment).shared();
  }

  /** Registers everything and returns the stack's outputs. */
  Map<String, Output<?>> create(EstatePlan plan) {
    DataLake lake = lake();
    Registry registry = registry();
    Optional<WorkspaceStores> stores = stores(registry);
    environment.featureStore().ifPresent(store -> featureStore(store, lake, stores.orElseThrow()));
    ServingEndpoints endpoints = new ServingEndpoints(environment, foundation, registry, stores);
    outputs.put("servingEndpoints", NamedOutputs.of(endpoints.create(plan.serving())));
    watched.addAll(endpoints.watched());
    AuditTrail audit = audit();
    budget(audit);
    return outputs;
  }

  /** Resource id of the registry of images, once everything is registered. */
  Output<String> imageRegistryId() {
    if (imageRegistryId == null) {
      throw new IllegalStateException("create(…) makes the registry");
    }
    return imageRegistryId;
  }

  private DataLake lake() {
    List<LakeGrant> grants = new ArrayList<>();
    foundation
        .access()
        .groups()
        .forEach(
            (group, principal) ->
                Optional.ofNullable(GROUP_ACCESS.get(group))
                    .ifPresent(
                        access ->
                            grants.add(
                                new LakeGrant(principal, access, environment.dataLake().zones()))));
    DataLake lake =
        foundation
            .prepare(DataLake.builder(names.prefix()), Concern.DATA, shared)
            .lake(environment.dataLake())
            .grants(grants)
            .build();
    watched.add(new Watched("lake", lake.storage().blobServiceId()));
    watched.add(new Watched("catalog", lake.catalog().id()));
    outputs.put("bucketUris", NamedOutputs.of(lake.bucketUris()));
    return lake;
  }

  private Registry registry() {
    Registry registry =
        foundation
            .prepare(Registry.builder(names.prefix()), Concern.MACHINE_LEARNING, shared)
            .imageGroup(foundation.groups().name(Concern.DATA))
            .registry(environment.registry())
            .build();
    imageRegistryId = registry.images().id();
    watched.add(new Watched("images", registry.images().id()));
    watched.add(new Watched("models", registry.modelRegistry().id()));
    outputs.put("modelRegistryUris", NamedOutputs.of(registry.modelUris()));
    outputs.put("imageRegistryUris", NamedOutputs.of(registry.imageUris()));
    return registry;
  }

  /** Only features and machines of our own need workspaces. */
  private Optional<WorkspaceStores> stores(Registry registry) {
    boolean realtime =
        environment.serving().stream().anyMatch(serving -> serving.kind() == ServingKind.REALTIME);
    if (environment.featureStore().isEmpty() && !realtime) {
      return Optional.empty();
    }
    WorkspaceStores stores =
        foundation
            .prepare(WorkspaceStores.builder(names.name("ml")), Concern.MACHINE_LEARNING, shared)
            .imageRegistryId(registry.images().id())
            .retentionDays(environment.dataLake().retentionDays())
            .deletionWindowDays(environment.encryption().deletionWindowDays())
            .build();
    watched.add(new Watched("workspace-files", stores.storage().blobServiceId()));
    watched.add(new Watched("workspace-secrets", stores.vault().id()));
    return Optional.of(stores);
  }

  private void featureStore(
      dev.mlestate.model.FeatureStore store, DataLake lake, WorkspaceStores stores) {
    List<String> zones = environment.dataLake().zones();
    // A lake with other zones keeps its features in the last, the most refined one.
    String zone = zones.contains(FEATURES_ZONE) ? FEATURES_ZONE : zones.get(zones.size() - 1);
    FeatureStore.Builder builder =
        foundation
            .prepare(FeatureStore.builder(names.prefix()), Concern.MACHINE_LEARNING, shared)
            .stores(stores)
            .lake(lake, zone)
            .groups(store.groups());
    if (store.online()) {
      builder.onlineCache(
          environment.azure().redisCache().map(Output::of).orElseGet(this::onlineCache));
    }
    FeatureStore made = builder.build();
    watched.add(new Watched("features", made.workspace().id()));
    outputs.put("featureGroups", NamedOutputs.of(made.groupNames()));
  }

  private Output<String> onlineCache() {
    return foundation
        .prepare(OnlineCache.builder(names.name("online")), Concern.MACHINE_LEARNING, shared)
        .build()
        .id();
  }

  private AuditTrail audit() {
    AuditTrail audit =
        foundation
            .prepare(AuditTrail.builder(names.name("audit")), Concern.MONITORING, shared)
            .audit(environment.audit())
            .disposable(environment.environment() == Stage.DEV)
            .logs(foundation.logs())
            .watched(watched)
            .build();
    outputs.put("auditBucketUri", audit.bucketUri());
    return audit;
  }

  private void budget(AuditTrail audit) {
    BudgetAlerts budget =
        BudgetAlerts.builder(names.prefix())
            .options(foundation.providers().options())
            .tags(shared)
            .subscription(foundation.subscription())
            .estate(environment.estate())
            .since(audit.storage().account().creationTime())
            .budget(environment.budget())
            .alertEmail(environment.monitoring().alertEmail())
            .build();
    outputs.put("budgetName", budget.budget().name());
  }
}
