package dev.mlestate.aws.reference;

import dev.mlestate.aws.audit.AuditTrail;
import dev.mlestate.aws.budget.BudgetAlerts;
import dev.mlestate.aws.cluster.Cluster;
import dev.mlestate.aws.cluster.ClusterAddons;
import dev.mlestate.aws.cluster.NodePool;
import dev.mlestate.aws.datalake.DataLake;
import dev.mlestate.aws.encryption.Encryption;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.featurestore.FeatureStore;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.identity.AccessRoles;
import dev.mlestate.aws.network.Network;
import dev.mlestate.aws.registry.Registry;
import dev.mlestate.aws.serving.RealtimeEndpoint;
import dev.mlestate.aws.serving.ServerlessEndpoint;
import dev.mlestate.aws.storage.BucketEncryption;
import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.kubernetes.ClusterAutoscaler;
import dev.mlestate.kubernetes.DevicePlugin;
import dev.mlestate.kubernetes.GpuSupport;
import dev.mlestate.kubernetes.PoolQuota;
import dev.mlestate.kubernetes.TeamNamespaces;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.model.FeatureType;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.testkit.reference.Example;
import java.util.List;
import java.util.Map;

/** The snippets of docs/components: each is compiled, run and recorded. */
final class Examples {
  private Examples() {}

  static List<Example<Given>> all() {
    return List.of(
        new Example<>(
            Network.class, "network", given -> network(given.account(), given.networkPlan())),
        new Example<>(Encryption.class, "encryption", given -> encryption(given.account())),
        new Example<>(AccessRoles.class, "accessRoles", given -> accessRoles(given.account())),
        new Example<>(
            SecureBucket.class,
            "secureBucket",
            given -> secureBucket(given.account(), given.keys())),
        new Example<>(DataLake.class, "dataLake", given -> dataLake(given.account(), given.keys())),
        new Example<>(
            FeatureStore.class,
            "featureStore",
            Given::bucket,
            given -> featureStore(given.account(), given.keys(), given.bucket())),
        new Example<>(Registry.class, "registry", given -> registry(given.account(), given.keys())),
        new Example<>(
            Cluster.class,
            "cluster",
            Given::network,
            given -> cluster(given.account(), given.clusterPlan(), given.network(), given.keys())),
        new Example<>(
            NodePool.class,
            "nodePool",
            Given::cluster,
            given -> nodePool(given.cluster(), given.poolPlan(), given.network())),
        new Example<>(
            ClusterAddons.class,
            "clusterAddons",
            Given::cluster,
            given -> clusterAddons(given.cluster())),
        new Example<>(
            RealtimeEndpoint.class,
            "realtimeEndpoint",
            given -> {
              given.network();
              given.registry();
            },
            given ->
                realtimeEndpoint(given.account(), given.keys(), given.registry(), given.network())),
        new Example<>(
            ServerlessEndpoint.class,
            "serverlessEndpoint",
            Given::registry,
            given -> serverlessEndpoint(given.account(), given.keys(), given.registry())),
        new Example<>(AuditTrail.class, "auditTrail", given -> auditTrail(given.account())),
        new Example<>(BudgetAlerts.class, "budgetAlerts", given -> budgetAlerts()),
        new Example<>(
            TeamNamespaces.class, "teamNamespaces", given -> teamNamespaces(given.clusterPlan())),
        new Example<>(PoolQuota.class, "poolQuota", given -> poolQuota(given.poolPlan())),
        new Example<>(GpuSupport.class, "gpuSupport", given -> gpuSupport(given.poolPlan())),
        new Example<>(ClusterAutoscaler.class, "clusterAutoscaler", given -> clusterAutoscaler()));
  }

  static Network network(AwsAccount account, NetworkPlan plan) {
    return Network.builder("vision-dev").account(account).plan(plan).fabric(true).build();
  }

  static Encryption encryption(AwsAccount account) {
    return Encryption.builder("vision-dev").account(account).build();
  }

  static AccessRoles accessRoles(AwsAccount account) {
    return AccessRoles.builder("vision-dev")
        .account(account)
        .groups(Map.of("dataScientists", "data-scientists@example.com"))
        .build();
  }

  static SecureBucket secureBucket(AwsAccount account, EncryptionKeys keys) {
    return SecureBucket.builder("vision-dev-features")
        .account(account)
        .encryption(BucketEncryption.of(keys.arn(KeyDomain.DATA), account))
        .build();
  }

  static DataLake dataLake(AwsAccount account, EncryptionKeys keys) {
    return DataLake.builder("vision-dev").account(account).keys(keys).build();
  }

  static FeatureStore featureStore(AwsAccount account, EncryptionKeys keys, SecureBucket bucket) {
    FeatureGroup users =
        new FeatureGroup("users", "user_id", "updated_at", Map.of("age", FeatureType.INT));
    return FeatureStore.builder("vision-dev")
        .account(account)
        .keys(keys)
        .bucket(bucket)
        .groups(List.of(users))
        .build();
  }

  static Registry registry(AwsAccount account, EncryptionKeys keys) {
    return Registry.builder("vision-dev")
        .account(account)
        .keys(keys)
        .models(List.of("ranker"))
        .images(List.of("trainer"))
        .build();
  }

  static Cluster cluster(
      AwsAccount account, ClusterPlan plan, Network network, EncryptionKeys keys) {
    Cluster.Builder cluster =
        Cluster.builder("vision-dev-train")
            .account(account)
            .plan(plan)
            .vpcId(network.vpcId())
            .subnets(network.privateSubnets());
    keys.arn(KeyDomain.SECRETS).ifPresent(cluster::secretsKeyArn);
    return cluster.build();
  }

  static NodePool nodePool(Cluster cluster, NodePoolPlan plan, Network network) {
    NodePool.Builder pool =
        NodePool.builder("vision-dev-train-h100")
            .cluster(cluster)
            .plan(plan)
            .subnets(network.privateSubnets());
    network.fabricSecurityGroup().ifPresent(group -> pool.fabricSecurityGroupId(group.id()));
    return pool.build();
  }

  static ClusterAddons clusterAddons(Cluster cluster) {
    return ClusterAddons.builder("vision-dev-train").cluster(cluster).build();
  }

  static RealtimeEndpoint realtimeEndpoint(
      AwsAccount account, EncryptionKeys keys, Registry registry, Network network) {
    return RealtimeEndpoint.builder("vision-dev-ranker")
        .account(account)
        .keys(keys)
        .modelPackage(registry.modelPackage("ranker", 3))
        .artifacts(registry.artifacts())
        .machine("g6.xlarge")
        .network(network.vpcId(), network.privateSubnets().onePerZone())
        .build();
  }

  static ServerlessEndpoint serverlessEndpoint(
      AwsAccount account, EncryptionKeys keys, Registry registry) {
    return ServerlessEndpoint.builder("vision-dev-tagger")
        .account(account)
        .keys(keys)
        .modelPackage(registry.modelPackage("ranker", 3))
        .artifacts(registry.artifacts())
        .build();
  }

  static AuditTrail auditTrail(AwsAccount account) {
    return AuditTrail.builder("vision-dev-audit").account(account).build();
  }

  static BudgetAlerts budgetAlerts() {
    return BudgetAlerts.builder("vision-dev")
        .estate("vision")
        .monthlyUsd(5000)
        .alertEmail("oncall@example.com")
        .build();
  }

  static TeamNamespaces teamNamespaces(ClusterPlan plan) {
    return TeamNamespaces.builder("vision-dev-train")
        .teams(List.of("research", "ads"))
        .pools(plan.nodePools())
        .build();
  }

  static PoolQuota poolQuota(NodePoolPlan plan) {
    return PoolQuota.builder("vision-dev-train-h100").pool(plan).build();
  }

  static GpuSupport gpuSupport(NodePoolPlan plan) {
    return GpuSupport.builder("vision-dev-train")
        .plugins(List.of(DevicePlugin.nvidia(List.of(plan))))
        .build();
  }

  static ClusterAutoscaler clusterAutoscaler() {
    return ClusterAutoscaler.builder("vision-dev-train")
        .kubernetesVersion("1.35")
        .cloudArguments(List.of("--cloud-provider=aws"))
        .priorities(Map.of(20, List.of("h100-spot"), 10, List.of("h100-on-demand")))
        .build();
  }
}
