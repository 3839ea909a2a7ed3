package dev.mlestate.gcp;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.mlestate.gcp.encryption.Encryption;
import dev.mlestate.gcp.identity.AccessGroups;
import dev.mlestate.gcp.identity.AccessRoles;
import dev.mlestate.gcp.network.Network;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.gcp.project.RequiredApis;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.pulumi.EstateRealizer;
import dev.mlestate.pulumi.NamedOutputs;
import dev.mlestate.pulumi.Names;
import dev.mlestate.pulumi.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole estate on Google Cloud, on providers of one project. The project exists, pays by a
 * billing account, and has the services serviceusage and cloudresourcemanager enabled, without
 * which nothing can be asked or enabled; all others are enabled here.
 */
public final class GcpEstate implements EstateRealizer {
  private static final List<String> APIS =
      List.of(
          "aiplatform",
          "artifactregistry",
          "biglake",
          "bigquery",
          "bigqueryconnection",
          "billingbudgets",
          "binaryauthorization",
          "cloudkms",
          "cloudresourcemanager",
          "cloudscheduler",
          "compute",
          "container",
          "dataplex",
          "dns",
          "iam",
          "logging",
          "monitoring",
          "networkconnectivity",
          "pubsub",
          "run",
          "secretmanager",
          "servicedirectory",
          "servicenetworking",
          "serviceusage",
          "storage",
          "workflows");

  @Override
  public Cloud cloud() {
    return Cloud.GCP;
  }

  @Override
  public Map<String, Output<?>> realize(EstatePlan plan) {
    Environment environment = plan.environment();
    String name = Names.of(environment).prefix();
    Map<String, String> shared = Tags.of(environment).shared();
    Providers providers = Providers.of(name, environment);
    GcpProject project = GcpProject.of(environment, providers);
    RequiredApis apis = RequiredApis.builder(name).options(providers.options()).apis(APIS).build();
    // What is made in a component waits for the component, and the component for the services.
    ComponentResourceOptions options =
        ComponentResourceOptions.builder()
            .providers(providers.standard())
            .dependsOn(apis.services())
            .build();
    Encryption encryption =
        Encryption.builder(name)
            .options(options)
            .tags(shared)
            .project(project)
            .providers(providers)
            .keys(environment.encryption().keys())
            .rotationDays(environment.encryption().rotationDays())
            .deletionWindowDays(environment.encryption().deletionWindowDays())
            .existing(environment.encryption().existing())
            .build();
    AccessGroups groups = AccessGroups.of(environment.identity().groups());
    AccessRoles.builder(name).options(options).project(project).groups(groups).build();
    Network network =
        Network.builder(name)
            .options(options)
            .tags(shared)
            .plan(plan.network())
            .project(project)
            .keys(encryption.keys())
            .privateEndpoints(environment.network().privateEndpoints())
            .flowLogRetentionDays(environment.network().flowLogs().retentionDays())
            .reachable(reachable(plan))
            .build();
    GkeClusters clusters =
        new GkeClusters(
            environment, project, providers, options, network, encryption.keys(), groups);
    plan.clusters().forEach(cluster -> clusters.create(cluster, plan.network().zones()));

    Map<String, Output<?>> outputs =
        new TreeMap<>(
            new DataPlatform(environment, project, providers, encryption.keys(), options)
                .create(plan, groups, network.access(), clusters.identities()));
    outputs.put("networkId", network.id());
    outputs.put("privateSubnetIds", Output.all(network.privateSubnetIds()));
    outputs.put("keyIds", NamedOutputs.of(keyIds(encryption)));
    outputs.put("clusterEndpoints", NamedOutputs.of(clusters.endpoints()));
    outputs.put("clusterNames", NamedOutputs.of(clusters.clusterNames()));
    outputs.put("nodeSelectors", Output.of(clusters.nodeSelectors()));
    return outputs;
  }

  /** Networks that reach the clusters, whose addresses are therefore taken. */
  private static List<String> reachable(EstatePlan plan) {
    return plan.clusters().stream()
        .flatMap(cluster -> cluster.accessFrom().stream())
        .distinct()
        .toList();
  }

  private static Map<String, Output<String>> keyIds(Encryption encryption) {
    Map<String, Output<String>> ids = new TreeMap<>();
    encryption.keys().ids().forEach((domain, id) -> ids.put(domain.word(), id));
    return ids;
  }
}
