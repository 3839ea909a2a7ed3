package dev.mlestate.gcp;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.catalog.Catalog;
import dev.mlestate.gcp.cluster.Cluster;
import dev.mlestate.gcp.cluster.FabricSupport;
import dev.mlestate.gcp.cluster.GroupBindings;
import dev.mlestate.gcp.cluster.NodePool;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.identity.AccessGroups;
import dev.mlestate.gcp.network.Network;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
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
import java.util.Optional;
import java.util.TreeMap;

/** Clusters with their pools and what runs in them. */
final class GkeClusters {
  private static final String TPU_ACCELERATOR = "cloud.google.com/gke-tpu-accelerator";
  private static final String TPU_TOPOLOGY = "cloud.google.com/gke-tpu-topology";

  private final Environment environment;
  private final GcpProject project;
  private final Providers providers;
  private final ComponentResourceOptions options;
  private final Network network;
  private final EncryptionKeys keys;
  private final AccessGroups groups;
  private final Names names;
  private final Tags tags;
  private final Map<String, Cluster> clusters = new TreeMap<>();
  private final Map<String, Output<String>> endpoints = new TreeMap<>();
  private final Map<String, Output<String>> clusterNames = new TreeMap<>();
  private final Map<String, Map<String, String>> nodeSelectors = new TreeMap<>();

  GkeClusters(
      Environment environment,
      GcpProject project,
      Providers providers,
      ComponentResourceOptions options,
      Network network,
      EncryptionKeys keys,
      AccessGroups groups) {
    this.environment = environment;
    this.project = project;
    this.providers = providers;
    this.options = options;
    this.network = network;
    this.keys = keys;
    this.groups = groups;
    this.names = Names.of(environment);
    this.tags = Tags.of(environment);
  }

  void create(ClusterPlan plan, List<String> zones) {
    String name = names.name(plan.name());
    Cluster cluster =
        Cluster.builder(name)
            .options(options)
            .tags(tags.shared())
            .plan(plan)
            .project(project)
            .network(network)
            .keys(keys)
            .groups(groups)
            .zones(zones)
            .logRetentionDays(environment.monitoring().logRetentionDays())
            .build();
    clusters.put(plan.name(), cluster);
    endpoints.put(plan.name(), cluster.url());
    clusterNames.put(plan.name(), cluster.cluster().name());
    ComponentResourceOptions inCluster =
        ComponentResourceOptions.builder()
            .providers(providers.standard(), cluster.kubernetes())
            .build();
    TeamNamespaces namespaces =
        TeamNamespaces.builder(name)
            .options(inCluster)
            .teams(environment.teams().stream().map(Team::name).toList())
            .pools(plan.nodePools())
            .build();
    GroupBindings.builder(name)
        .options(inCluster)
        .groups(groups)
        .namespaces(namespaces.namespaces())
        .build();
    for (NodePoolPlan pool : plan.nodePools()) {
      pool(name, pool, cluster, namespaces);
      nodeSelectors.put(plan.name() + "/" + pool.name(), selector(pool));
    }
    fabric(name, plan, cluster, inCluster);
  }

  private void pool(
      String clusterName, NodePoolPlan plan, Cluster cluster, TeamNamespaces namespaces) {
    NodePool.Builder builder =
        NodePool.builder(clusterName + "-" + plan.name())
            .options(options)
            .tags(tags.of(plan.team()))
            .plan(plan)
            .cluster(cluster)
            .providers(providers)
            .fabric(network.fabric());
    Optional.ofNullable(environment.gcp().reservedNodes().get(plan.name()))
        .ifPresent(builder::reservedNodes);
    namespaces.namespaceOf(plan).ifPresent(builder::namespace);
    builder.build();
  }

  private void fabric(
      String name, ClusterPlan plan, Cluster cluster, ComponentResourceOptions inCluster) {
    List<NodePoolPlan> pools =
        plan.nodePools().stream().filter(pool -> pool.fabric().isPresent()).toList();
    if (!pools.isEmpty()) {
      FabricSupport.builder(name)
          .options(inCluster)
          .kubernetes(cluster.kubernetes())
          .networks(network.fabric())
          .pools(pools)
          .build();
    }
  }

  /** A pod that asks for TPU chips must say which slice it means, by labels that GKE gives. */
  private static Map<String, String> selector(NodePoolPlan pool) {
    Map<String, String> selector = new TreeMap<>(pool.labels());
    pool.tpu()
        .ifPresent(
            slice -> {
              selector.put(TPU_TOPOLOGY, slice.topology());
              Catalog.load()
                  .gkeAccelerator(slice.machine())
                  .ifPresent(accelerator -> selector.put(TPU_ACCELERATOR, accelerator));
            });
    return selector;
  }

  /** What must be there before namespaces are identities of the project. */
  List<Resource> identities() {
    List<Resource> all = new ArrayList<>();
    clusters.values().forEach(cluster -> all.add(cluster.cluster()));
    return all;
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
