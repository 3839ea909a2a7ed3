package dev.mlestate.gcp.reference;

import com.pulumi.core.Output;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.gcp.audit.AuditTrail;
import dev.mlestate.gcp.budget.BudgetAlerts;
import dev.mlestate.gcp.cluster.Cluster;
import dev.mlestate.gcp.cluster.FabricSupport;
import dev.mlestate.gcp.cluster.GroupBindings;
import dev.mlestate.gcp.cluster.NodePool;
import dev.mlestate.gcp.datalake.DataLake;
import dev.mlestate.gcp.encryption.Encryption;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.featurestore.FeatureStore;
import dev.mlestate.gcp.identity.AccessGroups;
import dev.mlestate.gcp.identity.AccessRoles;
import dev.mlestate.gcp.network.Network;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.gcp.project.RequiredApis;
import dev.mlestate.gcp.registry.Registry;
import dev.mlestate.gcp.serving.PrivateServing;
import dev.mlestate.gcp.serving.RealtimeEndpoint;
import dev.mlestate.gcp.serving.ServerlessEndpoint;
import dev.mlestate.gcp.storage.SecureBucket;
import dev.mlestate.kubernetes.TeamNamespaces;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.model.FeatureType;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.testkit.reference.Example;
import java.util.List;
import java.util.Map;

/** The snippets of docs/components/gcp: each is compiled, run and recorded. */
final class Examples {
  private Examples() {}

  static List<Example<Shared>> all() {
    return List.of(
        new Example<>(RequiredApis.class, "requiredApis", shared -> requiredApis()),
        new Example<>(
            Network.class,
            "network",
            shared -> network(shared.project(), shared.networkPlan(), shared.keys())),
        new Example<>(
            Encryption.class,
            "encryption",
            Shared::providers,
            shared -> encryption(shared.project(), shared.providers())),
        new Example<>(AccessRoles.class, "accessRoles", shared -> accessRoles(shared.project())),
        new Example<>(
            SecureBucket.class,
            "secureBucket",
            shared -> secureBucket(shared.project(), shared.keys())),
        new Example<>(
            DataLake.class,
            "dataLake",
            shared -> dataLake(shared.project(), shared.providers(), shared.keys())),
        new Example<>(
            FeatureStore.class,
            "featureStore",
            Shared::lake,
            shared ->
                featureStore(shared.project(), shared.providers(), shared.keys(), shared.lake())),
        new Example<>(
            Registry.class,
            "registry",
            shared -> registry(shared.project(), shared.providers(), shared.keys())),
        new Example<>(
            Cluster.class,
            "cluster",
            Shared::network,
            shared ->
                cluster(shared.project(), shared.clusterPlan(), shared.network(), shared.keys())),
        new Example<>(
            NodePool.class,
            "nodePool",
            Shared::cluster,
            shared ->
                nodePool(
                    shared.cluster(), shared.poolPlan(), shared.providers(), shared.network())),
        new Example<>(
            GroupBindings.class,
            "groupBindings",
            Shared::namespaces,
            shared -> groupBindings(shared.namespaces())),
        new Example<>(
            FabricSupport.class,
            "fabricSupport",
            Shared::cluster,
            shared -> fabricSupport(shared.cluster(), shared.network(), shared.fabricPools())),
        new Example<>(
            PrivateServing.class,
            "privateServing",
            Shared::network,
            shared -> privateServing(shared.project(), shared.network())),
        new Example<>(
            RealtimeEndpoint.class,
            "realtimeEndpoint",
            shared -> {
              shared.serving();
              shared.registry();
            },
            shared ->
                realtimeEndpoint(
                    shared.project(),
                    shared.providers(),
                    shared.keys(),
                    shared.registry(),
                    shared.serving(),
                    shared.machine())),
        new Example<>(
            ServerlessEndpoint.class,
            "serverlessEndpoint",
            shared -> {
              shared.network();
              shared.registry();
            },
            shared ->
                serverlessEndpoint(
                    shared.project(),
                    shared.providers(),
                    shared.keys(),
                    shared.registry(),
                    shared.image(),
                    shared.network())),
        new Example<>(
            AuditTrail.class,
            "auditTrail",
            shared -> auditTrail(shared.project(), shared.providers(), shared.keys())),
        new Example<>(
            BudgetAlerts.class, "budgetAlerts", shared -> budgetAlerts(shared.project())));
  }

  static RequiredApis requiredApis() {
    return RequiredApis.builder("vision-dev").apis(List.of("compute", "container")).build();
  }

  static Network network(GcpProject project, NetworkPlan plan, EncryptionKeys keys) {
    return Network.builder("vision-dev").project(project).plan(plan).keys(keys).build();
  }

  static Encryption encryption(GcpProject project, Providers providers) {
    return Encryption.builder("vision-dev").project(project).providers(providers).build();
  }

  static AccessRoles accessRoles(GcpProject project) {
    return AccessRoles.builder("vision-dev")
        .project(project)
        .groups(AccessGroups.of(Map.of("dataScientists", "data-scientists@example.com")))
        .build();
  }

  static SecureBucket secureBucket(GcpProject project, EncryptionKeys keys) {
    return SecureBucket.builder("vision-dev-features").project(project).keys(keys).build();
  }

  static DataLake dataLake(GcpProject project, Providers providers, EncryptionKeys keys) {
    return DataLake.builder("vision-dev").project(project).providers(providers).keys(keys).build();
  }

  static FeatureStore featureStore(
      GcpProject project, Providers providers, EncryptionKeys keys, DataLake lake) {
    FeatureGroup users =
        new FeatureGroup("users", "user_id", "updated_at", Map.of("age", FeatureType.INT));
    return FeatureStore.builder("vision-dev")
        .project(project)
        .providers(providers)
        .keys(keys)
        .dataset(lake.zone("features").dataset())
        .groups(List.of(users))
        .build();
  }

  static Registry registry(GcpProject project, Providers providers, EncryptionKeys keys) {
    return Registry.builder("vision-dev")
        .project(project)
        .providers(providers)
        .keys(keys)
        .models(List.of("ranker"))
        .images(List.of("serving"))
        .build();
  }

  static Cluster cluster(
      GcpProject project, ClusterPlan plan, Network network, EncryptionKeys keys) {
    return Cluster.builder("vision-dev-train")
        .project(project)
        .plan(plan)
        .network(network)
        .keys(keys)
        .build();
  }

  static NodePool nodePool(
      Cluster cluster, NodePoolPlan plan, Providers providers, Network network) {
    return NodePool.builder("vision-dev-train-h100")
        .cluster(cluster)
        .plan(plan)
        .providers(providers)
        .fabric(network.fabric())
        .build();
  }

  static GroupBindings groupBindings(TeamNamespaces namespaces) {
    return GroupBindings.builder("vision-dev-train")
        .groups(AccessGroups.of(Map.of("dataScientists", "data-scientists@example.com")))
        .namespaces(namespaces.namespaces())
        .build();
  }

  static FabricSupport fabricSupport(Cluster cluster, Network network, List<NodePoolPlan> pools) {
    return FabricSupport.builder("vision-dev-train")
        .kubernetes(cluster.kubernetes())
        .networks(network.fabric())
        .pools(pools)
        .build();
  }

  static PrivateServing privateServing(GcpProject project, Network network) {
    return PrivateServing.builder("vision-dev").project(project).network(network.access()).build();
  }

  static RealtimeEndpoint realtimeEndpoint(
      GcpProject project,
      Providers providers,
      EncryptionKeys keys,
      Registry registry,
      PrivateServing shared,
      MachineShape machine) {
    return RealtimeEndpoint.builder("vision-dev-ranker")
        .project(project)
        .providers(providers)
        .keys(keys)
        .shared(shared)
        .artifacts(registry.artifacts())
        .modelVersion(registry.modelVersion("ranker", 3))
        .machine(machine)
        .build();
  }

  static ServerlessEndpoint serverlessEndpoint(
      GcpProject project,
      Providers providers,
      EncryptionKeys keys,
      Registry registry,
      Output<String> image,
      Network network) {
    return ServerlessEndpoint.builder("vision-dev-tagger")
        .project(project)
        .providers(providers)
        .keys(keys)
        .artifacts(registry.artifacts())
        .image(image)
        .modelUri(registry.artifactsUri("ranker", 3))
        .network(network.access())
        .shape(new ServerlessShape(2, 4096, 0))
        .build();
  }

  static AuditTrail auditTrail(GcpProject project, Providers providers, EncryptionKeys keys) {
    return AuditTrail.builder("vision-dev-audit-trail")
        .project(project)
        .providers(providers)
        .keys(keys)
        .build();
  }

  static BudgetAlerts budgetAlerts(GcpProject project) {
    return BudgetAlerts.builder("vision-dev")
        .project(project)
        .monthlyUsd(5000)
        .alertEmail("oncall@example.com")
        .build();
  }
}
