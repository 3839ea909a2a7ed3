package dev.mlestate.gcp;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.audit.AuditTrail;
import dev.mlestate.gcp.budget.BudgetAlerts;
import dev.mlestate.gcp.component.GcpBuilder;
import dev.mlestate.gcp.datalake.DataLake;
import dev.mlestate.gcp.datalake.LakeAccess;
import dev.mlestate.gcp.datalake.LakeGrant;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.featurestore.FeatureStore;
import dev.mlestate.gcp.identity.AccessGroups;
import dev.mlestate.gcp.network.NetworkAccess;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.gcp.registry.Registry;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Stage;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.pulumi.NamedOutputs;
import dev.mlestate.pulumi.Names;
import dev.mlestate.pulumi.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What holds the estate's data and models, serves them, and watches both and their cost. */
final class DataPlatform {
  /** What the groups may do in the lake; a group that is not here gets nothing there. */
  private static final Map<String, LakeAccess> GROUP_ACCESS =
      new TreeMap<>(
          Map.of(
              "auditors", LakeAccess.DESCRIBE,
              "dataScientists", LakeAccess.READ,
              "mlEngineers", LakeAccess.WRITE));

  private static final String FEATURES_ZONE = "features";

  private final Environment environment;
  private final GcpProject project;
  private final Providers providers;
  private final EncryptionKeys keys;
  private final ComponentResourceOptions options;
  private final Names names;
  private final Map<String, Output<?>> outputs = new TreeMap<>();

  /**
   * The platform of an environment.
   *
   * @param options of every component; what they depend on among it, such as enabled services
   */
  DataPlatform(
      Environment environment,
      GcpProject project,
      Providers providers,
      EncryptionKeys keys,
      ComponentResourceOptions options) {
    this.environment = environment;
    this.project = project;
    this.providers = providers;
    this.keys = keys;
    this.options = options;
    this.names = Names.of(environment);
  }

  /**
   * Registers everything and returns the stack's outputs.
   *
   * @param clusters whose namespaces may call serverless endpoints; they bring the identity pool
   */
  Map<String, Output<?>> create(
      EstatePlan plan, AccessGroups groups, NetworkAccess network, List<Resource> clusters) {
    DataLake lake = lake(groups);
    environment.featureStore().ifPresent(store -> featureStore(store, lake));
    Registry registry = registry(lake);
    outputs.put(
        "servingEndpoints",
        NamedOutputs.of(
            new ServingEndpoints(environment, project, providers, keys, registry, network, clusters)
                .create(plan.serving(), options)));
    audit(lake);
    budget();
    return outputs;
  }

  private <T, B extends GcpBuilder<T, B>> B common(B builder) {
    return builder
        .options(options)
        .tags(Tags.of(environment).shared())
        .project(project)
        .providers(providers)
        .keys(keys);
  }

  private DataLake lake(AccessGroups groups) {
    List<LakeGrant> grants = new ArrayList<>();
    GROUP_ACCESS.forEach(
        (group, access) ->
            groups
                .member(group)
                .ifPresent(
                    member ->
                        grants.add(
                            new LakeGrant(group, member, access, environment.dataLake().zones()))));
    DataLake lake =
        common(DataLake.builder(names.prefix()))
            .lake(environment.dataLake())
            .accessLogDays(environment.monitoring().logRetentionDays())
            .forceDestroy(disposable())
            .grants(grants)
            .build();
    outputs.put("bucketUris", NamedOutputs.of(lake.bucketUris()));
    return lake;
  }

  private void featureStore(dev.mlestate.model.FeatureStore store, DataLake lake) {
    List<String> zones = environment.dataLake().zones();
    // A lake with other zones keeps its features in the last, the most refined one.
    String zone = zones.contains(FEATURES_ZONE) ? FEATURES_ZONE : zones.get(zones.size() - 1);
    FeatureStore features =
        common(FeatureStore.builder(names.prefix()))
            .dataset(lake.zone(zone).dataset())
            .disposable(disposable())
            .store(store)
            .build();
    outputs.put("featureGroups", NamedOutputs.of(features.groupNames()));
  }

  private Registry registry(DataLake lake) {
    Registry registry =
        common(Registry.builder(names.prefix()))
            .registry(environment.registry())
            .accessLogs(lake.accessLogs().name())
            .retentionDays(environment.dataLake().retentionDays())
            .disposable(disposable())
            .build();
    outputs.put("modelRegistryUris", NamedOutputs.of(registry.modelUris()));
    outputs.put("imageRegistryUris", NamedOutputs.of(registry.imageUris()));
    return registry;
  }

  private void audit(DataLake lake) {
    AuditTrail audit =
        common(AuditTrail.builder(names.name("audit-trail")))
            .audit(environment.audit())
            .forceDestroy(disposable())
            .logRetentionDays(environment.monitoring().logRetentionDays())
            .accessLogs(lake.accessLogs().name())
            .build();
    outputs.put("auditBucketUri", audit.bucket().uri());
  }

  private void budget() {
    BudgetAlerts budget =
        common(BudgetAlerts.builder(names.prefix()))
            .budget(environment.budget())
            .alertEmail(environment.monitoring().alertEmail())
            .build();
    outputs.put("budgetName", budget.name());
  }

  /** Only in development may deleting a store delete what is in it. */
  private boolean disposable() {
    return environment.environment() == Stage.DEV;
  }
}
