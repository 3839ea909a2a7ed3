package dev.mlestate.aws;

import com.pulumi.aws.Provider;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.aws.cluster.Cluster;
import dev.mlestate.aws.cluster.ClusterAddons;
import dev.mlestate.aws.cluster.NodePool;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.identity.AccessRoles;
import dev.mlestate.aws.network.Network;
import dev.mlestate.kubernetes.DevicePlugin;
import dev.mlestate.kubernetes.GpuSupport;
import dev.mlestate.kubernetes.TeamNamespaces;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Environment;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.model.Team;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.pulumi.Names;
import dev.mlestate.pulumi.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Clusters with their pools and what runs in them. */
final class EksClusters {
  /**
   * The account of EKS's own images in the regions that opened before 2019 (EKS User Guide, "View
   * Amazon container image registries", read 2026-11-23).
   */
  private static final String IMAGE_ACCOUNT = "602401143452";

  private final Environment environment;
  private final AwsAccount account;
  private final Names names;
  private final Tags tags;
  private final Provider provider;
  private final Network network;
  private final EncryptionKeys keys;
  private final AccessRoles roles;
  private final Map<String, Output<String>> endpoints = new TreeMap<>();
  private final Map<String, Output<String>> clusterNames = new TreeMap<>();
  private final Map<String, Map<String, String>> nodeSelectors = new TreeMap<>();

  EksClusters(
      Environment environment,
      Provider provider,
      Network network,
      EncryptionKeys keys,
      AccessRoles roles) {
    this.environment = environment;
    this.account = AwsAccount.of(environment);
    this.names = Names.of(environment);
    this.tags = Tags.of(environment);
    this.provider = provider;
    this.network = network;
    this.keys = keys;
    this.roles = roles;
  }

  void create(ClusterPlan plan) {
    String name = names.name(plan.name());
    List<String> teams = environment.teams().stream().map(Team::name).toList();
    Cluster cluster = cluster(name, plan, teams);
    endpoints.put(plan.name(), cluster.cluster().endpoint());
    clusterNames.put(plan.name(), cluster.cluster().name());
    ComponentResourceOptions inCluster =
        ComponentResourceOptions.builder().providers(provider, cluster.kubernetes()).build();
    TeamNamespaces namespaces =
        TeamNamespaces.builder(name)
            .options(inCluster)
            .teams(teams)
            .pools(plan.nodePools())
            .build();
    List<Resource> ordinaryNodes = new ArrayList<>();
    for (NodePoolPlan poolPlan : plan.nodePools()) {
      NodePool pool = pool(name, poolPlan, cluster, namespaces);
      nodeSelectors.put(plan.name() + "/" + poolPlan.name(), poolPlan.labels());
      if (poolPlan.machine().accelerator().isEmpty()) {
        ordinaryNodes.addAll(pool.nodeGroups().values());
      }
    }
    GpuSupport.builder(name).options(inCluster).plugins(plugins(plan.nodePools())).build();
    ClusterAddons.Builder addons =
        ClusterAddons.builder(name)
            .options(inCluster)
            .tags(tags.shared())
            .cluster(cluster)
            .nodes(ordinaryNodes);
    keys.arn(KeyDomain.COMPUTE).ifPresent(addons::volumeKeyArn);
    addons.build();
  }

  private Cluster cluster(String name, ClusterPlan plan, List<String> teams) {
    TreeSet<String> namespaces = new TreeSet<>(teams);
    namespaces.add(TeamNamespaces.SHARED);
    Cluster.Builder builder =
        Cluster.builder(name)
            .options(ComponentResourceOptions.builder().providers(provider).build())
            .tags(tags.shared())
            .plan(plan)
            .account(account)
            .vpcId(network.vpcId())
            .subnets(network.privateSubnets())
            .logRetentionDays(environment.monitoring().logRetentionDays())
            .groupRoles(roles.roleArns())
            .namespaces(List.copyOf(namespaces));
    keys.arn(KeyDomain.SECRETS).ifPresent(builder::secretsKeyArn);
    keys.arn(KeyDomain.LOGS).ifPresent(builder::logKeyArn);
    return builder.build();
  }

  private NodePool pool(
      String clusterName, NodePoolPlan plan, Cluster cluster, TeamNamespaces namespaces) {
    NodePool.Builder builder =
        NodePool.builder(clusterName + "-" + plan.name())
            .options(ComponentResourceOptions.builder().providers(provider).build())
            .tags(tags.of(plan.team()))
            .plan(plan)
            .cluster(cluster)
            .subnets(network.privateSubnets());
    keys.arn(KeyDomain.COMPUTE).ifPresent(builder::volumeKeyArn);
    network.fabricSecurityGroup().ifPresent(group -> builder.fabricSecurityGroupId(group.id()));
    namespaces.namespaceOf(plan).ifPresent(builder::namespace);
    return builder.build();
  }

  private List<DevicePlugin> plugins(List<NodePoolPlan> pools) {
    String registry = IMAGE_ACCOUNT + ".dkr.ecr." + account.region() + ".amazonaws.com";
    return List.of(
        DevicePlugin.nvidia(pools.stream().filter(pool -> isNeuron(pool, false)).toList()),
        DevicePlugin.neuron(pools.stream().filter(pool -> isNeuron(pool, true)).toList()),
        DevicePlugin.efa(
            registry, pools.stream().filter(pool -> pool.fabric().isPresent()).toList()));
  }

  private static boolean isNeuron(NodePoolPlan pool, boolean wanted) {
    return pool.machine().accelerator().map(type -> neuron(type) == wanted).orElse(false);
  }

  private static boolean neuron(AcceleratorType type) {
    return switch (type) {
      case TRAINIUM, INFERENTIA -> true;
      case H100, H200, A100, L4, L40S, A10G, T4 -> false;
    };
  }

  /** URLs of the private APIs by cluster. */
  Map<String, Output<String>> endpoints() {
    return endpoints;
  }

  Map<String, Output<String>> clusterNames() {
    return clusterNames;
  }

  /** The labels by which pods choose a pool, by cluster/pool. */
  Map<String, Map<String, String>> nodeSelectors() {
    return nodeSelectors;
  }
}
