package dev.mlestate.gcp.reference;

import com.pulumi.core.Output;
import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.gcp.cluster.Cluster;
import dev.mlestate.gcp.datalake.DataLake;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.network.Network;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.gcp.registry.Registry;
import dev.mlestate.gcp.serving.PrivateServing;
import dev.mlestate.gcp.testing.Given;
import dev.mlestate.kubernetes.TeamNamespaces;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.Planners;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the examples need: a project, the plan of dev-gcp, and components that are made once. */
final class Shared {
  private static final EstatePlan PLAN =
      Planners.plan(
          EnvironmentReader.read(
              Path.of(System.getProperty("mlestate.root"), "environments", "dev-gcp.yaml")));

  private @Nullable Providers providers;
  private @Nullable Network network;
  private @Nullable Cluster cluster;
  private @Nullable DataLake lake;
  private @Nullable Registry registry;
  private @Nullable PrivateServing serving;
  private @Nullable TeamNamespaces namespaces;

  GcpProject project() {
    return Given.project();
  }

  EncryptionKeys keys() {
    return Given.keys();
  }

  NetworkPlan networkPlan() {
    return PLAN.network();
  }

  ClusterPlan clusterPlan() {
    return PLAN.clusters().get(0);
  }

  List<NodePoolPlan> fabricPools() {
    return clusterPlan().nodePools().stream().filter(pool -> pool.fabric().isPresent()).toList();
  }

  NodePoolPlan poolPlan() {
    return fabricPools().get(0);
  }

  MachineShape machine() {
    return Catalog.load().machine(Cloud.GCP, "g2-standard-8").orElseThrow();
  }

  Providers providers() {
    if (providers == null) {
      providers = Given.providers();
    }
    return providers;
  }

  Network network() {
    if (network == null) {
      network = Examples.network(project(), networkPlan(), keys());
    }
    return network;
  }

  Cluster cluster() {
    if (cluster == null) {
      cluster = Examples.cluster(project(), clusterPlan(), network(), keys());
    }
    return cluster;
  }

  DataLake lake() {
    if (lake == null) {
      lake = Examples.dataLake(project(), providers(), keys());
    }
    return lake;
  }

  Registry registry() {
    if (registry == null) {
      registry = Examples.registry(project(), providers(), keys());
    }
    return registry;
  }

  Output<String> image() {
    return Output.of(
        "us-central1-docker.pkg.dev/vision-dev-4821/vision-dev-serving/serving:ranker-3");
  }

  PrivateServing serving() {
    if (serving == null) {
      serving = Examples.privateServing(project(), network());
    }
    return serving;
  }

  TeamNamespaces namespaces() {
    if (namespaces == null) {
      namespaces =
          TeamNamespaces.builder("vision-dev-train")
              .teams(List.of("research"))
              .pools(clusterPlan().nodePools())
              .build();
    }
    return namespaces;
  }
}
