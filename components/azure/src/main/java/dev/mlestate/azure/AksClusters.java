package dev.mlestate.azure;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.azure.cluster.CapacityOrder;
import dev.mlestate.azure.cluster.Cluster;
import dev.mlestate.azure.cluster.NodePool;
import dev.mlestate.azure.encryption.EncryptionKeys;
import dev.mlestate.azure.identity.AccessGroups;
import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.Principal;
import dev.mlestate.azure.identity.RoleGrants;
import dev.mlestate.azure.monitoring.LogDestination;
import dev.mlestate.azure.network.Network;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Concern;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.azure.subscription.ResourceGroups;
import dev.mlestate.kubernetes.DevicePlugin;
import dev.mlestate.kubernetes.GpuSupport;
import dev.mlestate.kubernetes.TeamNamespaces;
import dev.mlestate.model.Environment;
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
final class AksClusters {
  private final Environment environment;
  private final AzureSubscription subscription;
  private final Providers providers;
  private final ResourceGroups resourceGroups;
  private final Names names;
  private final Tags tags;
  private final Network network;
  private final EncryptionKeys keys;
  private final LogDestination logs;
  private final AccessGroups groups;
  private final List<Cluster> clusters = new ArrayList<>();
  private final Map<String, Output<String>> endpoints = new TreeMap<>();
  private final Map<String, Output<String>> clusterNames = new TreeMap<>();
  private final Map<String, Map<String, String>> nodeSelectors = new TreeMap<>();

  AksClusters(
      Environment environment,
      AzureSubscription subscription,
      Providers providers,
      ResourceGroups resourceGroups,
      Network network,
      EncryptionKeys keys,
      LogDestination logs,
      AccessGroups groups) {
    this.environment = environment;
    this.subscription = subscription;
    this.providers = providers;
    this.resourceGroups = resourceGroups;
    this.names = Names.of(environment);
    this.tags = Tags.of(environment);
    this.network = network;
    this.keys = keys;
    this.logs = logs;
    this.groups = groups;
  }

  void create(ClusterPlan plan) {
    String name = names.name(plan.name());
    List<String> teams = environment.teams().stream().map(Team::name).toList();
    Cluster cluster = cluster(name, plan, teams);
    clusters.add(cluster);
    endpoints.put(plan.name(), cluster.endpoint());
    clusterNames.put(plan.name(), cluster.cluster().name());
    ComponentResourceOptions inCluster =
        ComponentResourceOptions.builder()
            .providers(providers.standard(), cluster.kubernetes())
            .build();
    TeamNamespaces namespaces =
        TeamNamespaces.builder(name)
            .options(inCluster)
            .teams(teams)
            .pools(plan.nodePools())
            .build();
    for (NodePoolPlan pool : plan.nodePools()) {
      pool(name, pool, cluster, namespaces);
      nodeSelectors.put(plan.name() + "/" + pool.name(), pool.labels());
    }
    GpuSupport.builder(name)
        .options(inCluster)
        .plugins(
            List.of(
                DevicePlugin.nvidia(CapacityOrder.withGpus(plan.nodePools())),
                DevicePlugin.rdma(CapacityOrder.withFabric(plan.nodePools()))))
        .build();
  }

  private Cluster cluster(String name, ClusterPlan plan, List<String> teams) {
    TreeSet<String> namespaces = new TreeSet<>(teams);
    namespaces.add(TeamNamespaces.SHARED);
    Cluster.Builder builder =
        Cluster.builder(name)
            .options(providers.options())
            .tags(tags.shared())
            .poolTags(tags::of)
            .plan(plan)
            .subscription(subscription)
            .providers(providers)
            .resourceGroup(resourceGroups.name(Concern.COMPUTE))
            .subnetId(network.subnetOf(plan.name()))
            .gateway(network.hasGateway())
            .keys(keys)
            .logs(logs)
            .groups(groups.groups())
            .namespaces(List.copyOf(namespaces));
    environment.azure().privateDnsZone().ifPresent(builder::privateDnsZone);
    environment.azure().clusterIdentity().ifPresent(builder::existingIdentity);
    return builder.build();
  }

  private void pool(
      String clusterName, NodePoolPlan plan, Cluster cluster, TeamNamespaces namespaces) {
    NodePool.Builder builder =
        NodePool.builder(clusterName + "-" + plan.name())
            .options(providers.options())
            .tags(tags.of(plan.team()))
            .plan(plan)
            .cluster(cluster)
            .subnetId(network.subnetOf(cluster.plan().name()))
            .reserve(
                environment.azure().reservedNodes().getOrDefault(plan.name(), 0),
                resourceGroups.plainName(Concern.COMPUTE));
    namespaces.namespaceOf(plan).ifPresent(builder::namespace);
    builder.build();
  }

  /** Lets the nodes of all clusters pull images from a registry. */
  void letPull(Output<String> registryId) {
    for (Cluster cluster : clusters) {
      String name = cluster.componentName();
      RoleGrants.grant(
          name + "-images",
          BuiltInRole.ACR_PULL,
          registryId,
          Principal.identity(name + " nodes", cluster.kubeletIdentity().principalId()),
          subscription,
          CustomResourceOptions.builder().parent(cluster).provider(providers.standard()).build());
    }
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
