package dev.mlestate.azure;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.mlestate.azure.encryption.Encryption;
import dev.mlestate.azure.identity.AccessGroups;
import dev.mlestate.azure.identity.AccessRoles;
import dev.mlestate.azure.monitoring.LogWorkspace;
import dev.mlestate.azure.network.FlowLogs;
import dev.mlestate.azure.network.Network;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.azure.storage.SecureStorageAccount;
import dev.mlestate.azure.storage.StorageRetention;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Concern;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.azure.subscription.ResourceGroups;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.pulumi.EstateRealizer;
import dev.mlestate.pulumi.NamedOutputs;
import dev.mlestate.pulumi.Names;
import dev.mlestate.pulumi.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The whole estate on Azure, on providers of one subscription. */
public final class AzureEstate implements EstateRealizer {
  @Override
  public Cloud cloud() {
    return Cloud.AZURE;
  }

  @Override
  public Map<String, Output<?>> realize(EstatePlan plan) {
    Environment environment = plan.environment();
    String name = Names.of(environment).prefix();
    Map<String, String> shared = Tags.of(environment).shared();
    Providers providers = Providers.of(name, environment);
    AzureSubscription subscription = AzureSubscription.of(environment, providers);
    ComponentResourceOptions options = providers.options();
    ResourceGroups resourceGroups =
        ResourceGroups.builder(name)
            .options(options)
            .tags(shared)
            .subscription(subscription)
            .build();
    AccessGroups groups = AccessGroups.of(environment);
    AccessRoles.builder(name)
        .options(options)
        .subscription(subscription)
        .resourceGroups(resourceGroups)
        .groups(groups)
        .build();
    LogWorkspace logs =
        LogWorkspace.builder(name)
            .options(options)
            .tags(shared)
            .subscription(subscription)
            .resourceGroup(resourceGroups.name(Concern.MONITORING))
            .retentionDays(environment.monitoring().logRetentionDays())
            .build();
    Network network =
        Network.builder(name)
            .options(options)
            .tags(shared)
            .plan(plan.network())
            .subscription(subscription)
            .providers(providers)
            .resourceGroup(resourceGroups.name(Concern.NETWORK))
            .privateEndpoints(environment.network().privateEndpoints())
            .apiClients(apiClients(plan.clusters()))
            .build();
    Encryption encryption =
        Encryption.builder(name)
            .options(options)
            .tags(shared)
            .subscription(subscription)
            .resourceGroup(resourceGroups.name(Concern.SECURITY))
            .network(network.access())
            .keys(environment.encryption().keys())
            .rotationDays(environment.encryption().rotationDays())
            .deletionWindowDays(environment.encryption().deletionWindowDays())
            .existing(environment.encryption().existing())
            .build();
    AksClusters clusters =
        new AksClusters(
            environment,
            subscription,
            providers,
            resourceGroups,
            network,
            encryption.keys(),
            logs.destination(),
            groups);
    plan.clusters().forEach(clusters::create);

    Foundation foundation =
        new Foundation(
            subscription,
            providers,
            resourceGroups,
            encryption.keys(),
            network.access(),
            groups,
            logs.destination());
    if (!network.isExisting()) {
      flowLogs(name, environment, foundation, shared);
    }
    DataPlatform platform = new DataPlatform(environment, foundation);
    Map<String, Output<?>> outputs = new TreeMap<>(platform.create(plan));
    clusters.letPull(platform.imageRegistryId());
    outputs.put("networkId", network.id());
    outputs.put("privateSubnetIds", Output.all(network.access().nodeSubnetIds()));
    outputs.put("keyIds", NamedOutputs.of(keyIds(encryption)));
    outputs.put("clusterEndpoints", NamedOutputs.of(clusters.endpoints()));
    outputs.put("clusterNames", NamedOutputs.of(clusters.clusterNames()));
    outputs.put("nodeSelectors", Output.of(clusters.nodeSelectors()));
    return outputs;
  }

  private static void flowLogs(
      String name, Environment environment, Foundation foundation, Map<String, String> tags) {
    int days = environment.network().flowLogs().retentionDays();
    SecureStorageAccount storage =
        foundation
            .prepare(SecureStorageAccount.builder(name + "-flow-logs"), Concern.MONITORING, tags)
            .domain(KeyDomain.LOGS)
            // Azure writes to no account with a hierarchical namespace.
            .hierarchical(false)
            .services(PrivateService.BLOB)
            .retention(StorageRetention.everything(days))
            .build();
    FlowLogs.builder(name + "-traffic")
        .options(foundation.providers().options())
        .tags(tags)
        .subscription(foundation.subscription())
        .providers(foundation.providers())
        .resourceGroup(foundation.groups().name(Concern.MONITORING))
        .networkId(foundation.network().id())
        .storageId(storage.id())
        .retentionDays(days)
        .build();
  }

  private static Map<String, List<String>> apiClients(List<ClusterPlan> clusters) {
    Map<String, List<String>> clients = new LinkedHashMap<>();
    clusters.forEach(cluster -> clients.put(cluster.name(), cluster.accessFrom()));
    return clients;
  }

  private static Map<String, Output<String>> keyIds(Encryption encryption) {
    Map<String, Output<String>> ids = new TreeMap<>();
    encryption.keyIds().forEach((domain, id) -> ids.put(domain.word(), id));
    return ids;
  }
}
