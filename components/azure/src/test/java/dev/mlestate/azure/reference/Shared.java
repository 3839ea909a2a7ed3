package dev.mlestate.azure.reference;

import com.pulumi.core.Output;
import dev.mlestate.azure.Plans;
import dev.mlestate.azure.cluster.Cluster;
import dev.mlestate.azure.datalake.DataLake;
import dev.mlestate.azure.encryption.Encryption;
import dev.mlestate.azure.encryption.EncryptionKeys;
import dev.mlestate.azure.monitoring.LogDestination;
import dev.mlestate.azure.monitoring.LogWorkspace;
import dev.mlestate.azure.network.Network;
import dev.mlestate.azure.network.NetworkAccess;
import dev.mlestate.azure.registry.Registry;
import dev.mlestate.azure.serving.ServerlessEnvironment;
import dev.mlestate.azure.storage.SecureStorageAccount;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Concern;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.azure.subscription.ResourceGroups;
import dev.mlestate.azure.workspace.Workspace;
import dev.mlestate.azure.workspace.WorkspaceStores;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.NodePoolPlan;
import org.jspecify.annotations.Nullable;

/** What the examples need: a subscription, the plan of dev-azure, and components made once. */
final class Shared {
  private static final EstatePlan PLAN = Plans.of("dev-azure");

  private @Nullable Providers providers;
  private @Nullable AzureSubscription subscription;
  private @Nullable ResourceGroups groups;
  private @Nullable Network madeNetwork;
  private @Nullable SecureStorageAccount storage;
  private @Nullable LogWorkspace logWorkspace;
  private @Nullable Encryption encryption;
  private @Nullable Registry registry;
  private @Nullable WorkspaceStores stores;
  private @Nullable Workspace workspace;
  private @Nullable DataLake lake;
  private @Nullable ServerlessEnvironment environment;
  private @Nullable Cluster cluster;

  Providers providers() {
    if (providers == null) {
      providers = Providers.of("vision-dev", PLAN.environment());
    }
    return providers;
  }

  AzureSubscription subscription() {
    if (subscription == null) {
      subscription = AzureSubscription.of(PLAN.environment(), providers());
    }
    return subscription;
  }

  Output<String> group() {
    return groups().name(Concern.DATA);
  }

  NetworkPlan plan() {
    return PLAN.network();
  }

  ClusterPlan clusterPlan() {
    return PLAN.clusters().get(0);
  }

  NodePoolPlan poolPlan() {
    return clusterPlan().nodePools().stream()
        .filter(pool -> pool.fabric().isPresent())
        .findFirst()
        .orElseThrow();
  }

  NetworkAccess network() {
    return madeNetwork().access();
  }

  EncryptionKeys keys() {
    return encryption().keys();
  }

  LogDestination logs() {
    return logWorkspace().destination();
  }

  ResourceGroups groups() {
    if (groups == null) {
      groups = Examples.resourceGroups(subscription());
    }
    return groups;
  }

  Network madeNetwork() {
    if (madeNetwork == null) {
      madeNetwork = Examples.network(subscription(), group(), providers(), plan());
    }
    return madeNetwork;
  }

  SecureStorageAccount storage() {
    if (storage == null) {
      storage =
          Examples.secureStorageAccount(subscription(), group(), network(), providers(), keys());
    }
    return storage;
  }

  LogWorkspace logWorkspace() {
    if (logWorkspace == null) {
      logWorkspace = Examples.logWorkspace(subscription(), group());
    }
    return logWorkspace;
  }

  Encryption encryption() {
    if (encryption == null) {
      encryption = Examples.encryption(subscription(), group(), network());
    }
    return encryption;
  }

  Registry registry() {
    if (registry == null) {
      registry = Examples.registry(subscription(), group(), network(), providers(), keys());
    }
    return registry;
  }

  WorkspaceStores stores() {
    if (stores == null) {
      stores =
          Examples.workspaceStores(
              subscription(), group(), network(), providers(), keys(), registry());
    }
    return stores;
  }

  Workspace workspace() {
    if (workspace == null) {
      workspace =
          Examples.workspace(subscription(), group(), network(), providers(), keys(), stores());
    }
    return workspace;
  }

  DataLake lake() {
    if (lake == null) {
      lake = Examples.dataLake(subscription(), group(), network(), providers(), keys());
    }
    return lake;
  }

  ServerlessEnvironment environment() {
    if (environment == null) {
      environment =
          Examples.serverlessEnvironment(subscription(), group(), network(), providers(), keys());
    }
    return environment;
  }

  Cluster cluster() {
    if (cluster == null) {
      cluster =
          Examples.cluster(
              subscription(), group(), providers(), keys(), clusterPlan(), madeNetwork(), logs());
    }
    return cluster;
  }
}
