package dev.mlestate.aws.reference;

import dev.mlestate.aws.Estates;
import dev.mlestate.aws.cluster.Cluster;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.network.Network;
import dev.mlestate.aws.registry.Registry;
import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.aws.testing.RecordedStack;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.NodePoolPlan;
import org.jspecify.annotations.Nullable;

/** What the examples need: an account, the plan of dev-aws, and components that are made once. */
final class Given {
  private static final EstatePlan PLAN = Estates.plan("dev-aws");

  private @Nullable Network network;
  private @Nullable Cluster cluster;
  private @Nullable Registry registry;
  private @Nullable SecureBucket bucket;

  AwsAccount account() {
    return AwsAccount.of(PLAN.environment());
  }

  EncryptionKeys keys() {
    return RecordedStack.keys();
  }

  NetworkPlan networkPlan() {
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

  Network network() {
    if (network == null) {
      network = Examples.network(account(), networkPlan());
    }
    return network;
  }

  Cluster cluster() {
    if (cluster == null) {
      cluster = Examples.cluster(account(), clusterPlan(), network(), keys());
    }
    return cluster;
  }

  Registry registry() {
    if (registry == null) {
      registry = Examples.registry(account(), keys());
    }
    return registry;
  }

  SecureBucket bucket() {
    if (bucket == null) {
      bucket = Examples.secureBucket(account(), keys());
    }
    return bucket;
  }
}
