package dev.mlestate.aws;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.mlestate.aws.audit.AuditTrail;
import dev.mlestate.aws.budget.BudgetAlerts;
import dev.mlestate.aws.datalake.DataLake;
import dev.mlestate.aws.datalake.LakeAccess;
import dev.mlestate.aws.datalake.LakeGrant;
import dev.mlestate.aws.datalake.LakeZone;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.featurestore.FeatureStore;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.identity.AccessRoles;
import dev.mlestate.aws.network.Network;
import dev.mlestate.aws.registry.Registry;
import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.model.Environment;
import dev.mlestate.model.KeyDomain;
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
  private final AwsAccount account;
  private final Names names;
  private final Map<String, String> shared;
  private final ComponentResourceOptions options;
  private final EncryptionKeys keys;
  private final Map<String, Output<?>> outputs = new TreeMap<>();

  DataPlatform(Environment environment, ComponentResourceOptions options, EncryptionKeys keys) {
    this.environment = environment;
    this.account = AwsAccount.of(environment);
    this.names = Names.of(environment);
    this.shared = Tags.of(environment).shared();
    this.options = options;
    this.keys = keys;
  }

  /** Registers everything and returns the stack's outputs. */
  Map<String, Output<?>> create(EstatePlan plan, AccessRoles roles, Network network) {
    DataLake lake = lake(roles);
    environment.featureStore().ifPresent(store -> featureStore(store, lake));
    Registry registry = registry(lake);
    outputs.put(
        "servingEndpoints",
        NamedOutputs.of(
            new ServingEndpoints(environment, options, keys, allowedKeys(), registry, network)
                .create(plan.serving())));
    audit(lake, registry);
    budget();
    return outputs;
  }

  private DataLake lake(AccessRoles roles) {
    List<LakeGrant> grants = new ArrayList<>();
    roles
        .roles()
        .forEach(
            (group, role) ->
                Optional.ofNullable(GROUP_ACCESS.get(group))
                    .ifPresent(
                        access ->
                            grants.add(
                                new LakeGrant(
                                    group, role, access, environment.dataLake().zones()))));
    DataLake.Builder builder =
        DataLake.builder(names.prefix())
            .options(options)
            .tags(shared)
            .account(account)
            .keys(keys)
            .lake(environment.dataLake())
            .accessLogDays(environment.monitoring().logRetentionDays())
            .forceDestroy(disposable())
            .grants(grants);
    allowedKeys().ifPresent(builder::allowedKeys);
    DataLake lake = builder.build();
    outputs.put("bucketUris", NamedOutputs.of(lake.bucketUris()));
    return lake;
  }

  private void featureStore(dev.mlestate.model.FeatureStore store, DataLake lake) {
    List<String> zones = environment.dataLake().zones();
    // A lake with other zones keeps its features in the last, the most refined one.
    String zone = zones.contains(FEATURES_ZONE) ? FEATURES_ZONE : zones.get(zones.size() - 1);
    FeatureStore.Builder builder =
        FeatureStore.builder(names.prefix())
            .options(options)
            .tags(shared)
            .account(account)
            .keys(keys)
            .bucket(lake.zone(zone).bucket())
            .store(store);
    allowedKeys().ifPresent(builder::allowedKeys);
    outputs.put("featureGroups", NamedOutputs.of(builder.build().groupNames()));
  }

  private Registry registry(DataLake lake) {
    Registry.Builder builder =
        Registry.builder(names.prefix())
            .options(options)
            .tags(shared)
            .account(account)
            .keys(keys)
            .registry(environment.registry())
            .accessLogs(lake.accessLogs().name())
            .retentionDays(environment.dataLake().retentionDays())
            .disposable(disposable());
    allowedKeys().ifPresent(builder::allowedKeys);
    Registry registry = builder.build();
    outputs.put("modelRegistryUris", NamedOutputs.of(registry.modelUris()));
    outputs.put("imageRegistryUris", NamedOutputs.of(registry.imageUris()));
    return registry;
  }

  private void audit(DataLake lake, Registry registry) {
    List<SecureBucket> watched =
        new ArrayList<>(lake.zones().values().stream().map(LakeZone::bucket).toList());
    watched.add(registry.artifacts());
    AuditTrail audit =
        AuditTrail.builder(names.name("audit-trail"))
            .options(options)
            .tags(shared)
            .account(account)
            .audit(environment.audit())
            .forceDestroy(disposable())
            .logRetentionDays(environment.monitoring().logRetentionDays())
            .rotationDays(environment.encryption().rotationDays())
            .deletionWindowDays(environment.encryption().deletionWindowDays())
            .accessLogs(lake.accessLogs().name())
            .dataEvents(watched)
            .build();
    outputs.put("auditBucketUri", audit.bucket().uri());
  }

  private void budget() {
    BudgetAlerts budget =
        BudgetAlerts.builder(names.prefix())
            .options(options)
            .tags(shared)
            .estate(environment.estate())
            .budget(environment.budget())
            .alertEmail(environment.monitoring().alertEmail())
            .build();
    outputs.put("budgetName", budget.budget().name());
  }

  /** Only in development may deleting a store delete what is in it. */
  private boolean disposable() {
    return environment.environment() == Stage.DEV;
  }

  /** A key that the company already has may belong to another account. */
  private Optional<String> allowedKeys() {
    return Optional.ofNullable(environment.encryption().existing().get(KeyDomain.DATA));
  }
}
