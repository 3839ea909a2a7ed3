package dev.mlestate.azure.reference;

import com.pulumi.core.Output;
import dev.mlestate.azure.audit.AuditTrail;
import dev.mlestate.azure.budget.BudgetAlerts;
import dev.mlestate.azure.cluster.Cluster;
import dev.mlestate.azure.cluster.NodePool;
import dev.mlestate.azure.datalake.DataLake;
import dev.mlestate.azure.encryption.Encryption;
import dev.mlestate.azure.encryption.EncryptionKeys;
import dev.mlestate.azure.featurestore.FeatureStore;
import dev.mlestate.azure.featurestore.OnlineCache;
import dev.mlestate.azure.identity.AccessGroups;
import dev.mlestate.azure.identity.AccessRoles;
import dev.mlestate.azure.monitoring.LogDestination;
import dev.mlestate.azure.monitoring.LogWorkspace;
import dev.mlestate.azure.network.FlowLogs;
import dev.mlestate.azure.network.Network;
import dev.mlestate.azure.network.NetworkAccess;
import dev.mlestate.azure.registry.ImageRegistry;
import dev.mlestate.azure.registry.Registry;
import dev.mlestate.azure.serving.RealtimeEndpoint;
import dev.mlestate.azure.serving.ServerlessEndpoint;
import dev.mlestate.azure.serving.ServerlessEnvironment;
import dev.mlestate.azure.serving.WorkloadProfile;
import dev.mlestate.azure.storage.SecureStorageAccount;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.azure.subscription.ResourceGroups;
import dev.mlestate.azure.workspace.Workspace;
import dev.mlestate.azure.workspace.WorkspaceStores;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.model.FeatureType;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.testkit.reference.Example;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The snippets of docs/components/azure: each is compiled, run and recorded. */
final class Examples {
  private static final String GROUP_ID = "5b0f8a4e-1c8d-4f5e-9a3e-2f6d1c7b9e02";

  private Examples() {}

  static List<Example<Shared>> all() {
    return List.of(
        new Example<>(
            ResourceGroups.class,
            "resourceGroups",
            shared -> resourceGroups(shared.subscription())),
        new Example<>(
            AccessRoles.class,
            "accessRoles",
            Shared::groups,
            shared -> accessRoles(shared.subscription(), shared.groups())),
        new Example<>(
            LogWorkspace.class,
            "logWorkspace",
            Shared::group,
            shared -> logWorkspace(shared.subscription(), shared.group())),
        new Example<>(
            Network.class,
            "network",
            shared -> {
              shared.group();
              shared.providers();
            },
            shared ->
                network(shared.subscription(), shared.group(), shared.providers(), shared.plan())),
        new Example<>(
            FlowLogs.class,
            "flowLogs",
            shared -> {
              shared.madeNetwork();
              shared.storage();
            },
            shared ->
                flowLogs(
                    shared.subscription(),
                    shared.group(),
                    shared.providers(),
                    shared.madeNetwork(),
                    shared.storage())),
        new Example<>(
            Encryption.class,
            "encryption",
            Shared::network,
            shared -> encryption(shared.subscription(), shared.group(), shared.network())),
        new Example<>(
            SecureStorageAccount.class,
            "secureStorageAccount",
            shared -> {
              shared.network();
              shared.keys();
            },
            shared ->
                secureStorageAccount(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys())),
        new Example<>(
            DataLake.class,
            "dataLake",
            shared -> {
              shared.network();
              shared.keys();
            },
            shared ->
                dataLake(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys())),
        new Example<>(
            ImageRegistry.class,
            "imageRegistry",
            shared -> {
              shared.network();
              shared.keys();
            },
            shared ->
                imageRegistry(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys())),
        new Example<>(
            Registry.class,
            "registry",
            shared -> {
              shared.network();
              shared.keys();
            },
            shared ->
                registry(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys())),
        new Example<>(
            WorkspaceStores.class,
            "workspaceStores",
            Shared::registry,
            shared ->
                workspaceStores(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys(),
                    shared.registry())),
        new Example<>(
            Workspace.class,
            "workspace",
            Shared::stores,
            shared ->
                workspace(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys(),
                    shared.stores())),
        new Example<>(
            OnlineCache.class,
            "onlineCache",
            shared -> {
              shared.network();
              shared.keys();
            },
            shared ->
                onlineCache(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys())),
        new Example<>(
            FeatureStore.class,
            "featureStore",
            shared -> {
              shared.stores();
              shared.lake();
            },
            shared ->
                featureStore(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys(),
                    shared.stores(),
                    shared.lake())),
        new Example<>(
            Cluster.class,
            "cluster",
            shared -> {
              shared.madeNetwork();
              shared.keys();
              shared.logs();
            },
            shared ->
                cluster(
                    shared.subscription(),
                    shared.group(),
                    shared.providers(),
                    shared.keys(),
                    shared.clusterPlan(),
                    shared.madeNetwork(),
                    shared.logs())),
        new Example<>(
            NodePool.class,
            "nodePool",
            Shared::cluster,
            shared -> nodePool(shared.cluster(), shared.poolPlan(), shared.madeNetwork())),
        new Example<>(
            RealtimeEndpoint.class,
            "realtimeEndpoint",
            shared -> {
              shared.workspace();
              shared.registry();
            },
            shared ->
                realtimeEndpoint(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys(),
                    shared.registry(),
                    shared.workspace())),
        new Example<>(
            ServerlessEnvironment.class,
            "serverlessEnvironment",
            shared -> {
              shared.network();
              shared.keys();
            },
            shared ->
                serverlessEnvironment(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys())),
        new Example<>(
            ServerlessEndpoint.class,
            "serverlessEndpoint",
            shared -> {
              shared.environment();
              shared.registry();
            },
            shared ->
                serverlessEndpoint(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys(),
                    shared.registry(),
                    shared.environment())),
        new Example<>(
            AuditTrail.class,
            "auditTrail",
            shared -> {
              shared.network();
              shared.keys();
              shared.logs();
            },
            shared ->
                auditTrail(
                    shared.subscription(),
                    shared.group(),
                    shared.network(),
                    shared.providers(),
                    shared.keys(),
                    shared.logs())),
        new Example<>(
            BudgetAlerts.class,
            "budgetAlerts",
            Shared::storage,
            shared -> budgetAlerts(shared.subscription(), shared.storage())));
  }

  static ResourceGroups resourceGroups(AzureSubscription subscription) {
    return ResourceGroups.builder("vision-dev").subscription(subscription).build();
  }

  static AccessRoles accessRoles(AzureSubscription subscription, ResourceGroups groups) {
    return AccessRoles.builder("vision-dev")
        .subscription(subscription)
        .resourceGroups(groups)
        .groups(AccessGroups.of(Map.of("auditors", GROUP_ID)))
        .build();
  }

  static LogWorkspace logWorkspace(AzureSubscription subscription, Output<String> group) {
    return LogWorkspace.builder("vision-dev")
        .subscription(subscription)
        .resourceGroup(group)
        .build();
  }

  static Network network(
      AzureSubscription subscription, Output<String> group, Providers providers, NetworkPlan plan) {
    return Network.builder("vision-dev")
        .subscription(subscription)
        .resourceGroup(group)
        .providers(providers)
        .plan(plan)
        .build();
  }

  static FlowLogs flowLogs(
      AzureSubscription subscription,
      Output<String> group,
      Providers providers,
      Network madeNetwork,
      SecureStorageAccount storage) {
    return FlowLogs.builder("vision-dev")
        .subscription(subscription)
        .resourceGroup(group)
        .providers(providers)
        .networkId(madeNetwork.id())
        .storageId(storage.account().id())
        .build();
  }

  static Encryption encryption(
      AzureSubscription subscription, Output<String> group, NetworkAccess network) {
    return Encryption.builder("vision-dev")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .build();
  }

  static SecureStorageAccount secureStorageAccount(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys) {
    return SecureStorageAccount.builder("vision-dev-files")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .build();
  }

  static DataLake dataLake(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys) {
    return DataLake.builder("vision-dev")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .build();
  }

  static ImageRegistry imageRegistry(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys) {
    return ImageRegistry.builder("vision-dev-images")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .registryName("visiondevimages")
        .build();
  }

  static Registry registry(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys) {
    return Registry.builder("vision-dev")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .models(List.of("ranker"))
        .images(List.of("serving"))
        .build();
  }

  static WorkspaceStores workspaceStores(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys,
      Registry registry) {
    return WorkspaceStores.builder("vision-dev-ml")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .imageRegistryId(registry.images().id())
        .build();
  }

  static Workspace workspace(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys,
      WorkspaceStores stores) {
    return Workspace.builder("vision-dev-serving")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .stores(stores)
        .build();
  }

  static OnlineCache onlineCache(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys) {
    return OnlineCache.builder("vision-dev-online")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .build();
  }

  static FeatureStore featureStore(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys,
      WorkspaceStores stores,
      DataLake lake) {
    FeatureGroup users =
        new FeatureGroup("users", "user_id", "updated_at", Map.of("age", FeatureType.INT));
    return FeatureStore.builder("vision-dev")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .stores(stores)
        .lake(lake, "features")
        .groups(List.of(users))
        .build();
  }

  static Cluster cluster(
      AzureSubscription subscription,
      Output<String> group,
      Providers providers,
      EncryptionKeys keys,
      ClusterPlan clusterPlan,
      Network madeNetwork,
      LogDestination logs) {
    return Cluster.builder("vision-dev-train")
        .subscription(subscription)
        .resourceGroup(group)
        .providers(providers)
        .keys(keys)
        .plan(clusterPlan)
        .subnetId(madeNetwork.subnetOf("train"))
        .gateway(madeNetwork.hasGateway())
        .logs(logs)
        .build();
  }

  static NodePool nodePool(Cluster cluster, NodePoolPlan poolPlan, Network madeNetwork) {
    return NodePool.builder("vision-dev-train-h100")
        .cluster(cluster)
        .plan(poolPlan)
        .subnetId(madeNetwork.subnetOf("train"))
        .build();
  }

  static RealtimeEndpoint realtimeEndpoint(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys,
      Registry registry,
      Workspace workspace) {
    return RealtimeEndpoint.builder("vision-dev-ranker")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .workspace(workspace)
        .registry(registry)
        .model("ranker", 3)
        .machine("Standard_NC4as_T4_v3")
        .build();
  }

  static ServerlessEnvironment serverlessEnvironment(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys) {
    return ServerlessEnvironment.builder("vision-dev-serverless")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .profiles(Set.of(WorkloadProfile.CONSUMPTION))
        .build();
  }

  static ServerlessEndpoint serverlessEndpoint(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys,
      Registry registry,
      ServerlessEnvironment environment) {
    return ServerlessEndpoint.builder("vision-dev-tagger")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .environment(environment)
        .profile(WorkloadProfile.CONSUMPTION)
        .shape(new ServerlessShape(2, 4096, 0))
        .registry(registry)
        .model("ranker", 3)
        .build();
  }

  static AuditTrail auditTrail(
      AzureSubscription subscription,
      Output<String> group,
      NetworkAccess network,
      Providers providers,
      EncryptionKeys keys,
      LogDestination logs) {
    return AuditTrail.builder("vision-dev-audit")
        .subscription(subscription)
        .resourceGroup(group)
        .network(network)
        .providers(providers)
        .keys(keys)
        .logs(logs)
        .build();
  }

  static BudgetAlerts budgetAlerts(AzureSubscription subscription, SecureStorageAccount storage) {
    return BudgetAlerts.builder("vision-dev")
        .subscription(subscription)
        .estate("vision")
        .since(storage.account().creationTime())
        .monthlyUsd(5000)
        .alertEmail("oncall@example.com")
        .build();
  }
}
