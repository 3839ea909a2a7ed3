package dev.mlestate.gcp.cluster;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.gcp.Provider;
import com.pulumi.gcp.container.NodePoolArgs;
import com.pulumi.gcp.container.inputs.NodePoolAutoscalingArgs;
import com.pulumi.gcp.container.inputs.NodePoolManagementArgs;
import com.pulumi.gcp.container.inputs.NodePoolNetworkConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolPlacementPolicyArgs;
import com.pulumi.gcp.container.inputs.NodePoolUpgradeSettingsArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import dev.mlestate.pulumi.RawType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node pool whose nodes come when all that a job asks for are there (queued provisioning). */
public final class QueuedNodePool extends RawResource {
  /** The SDK's node pool has no queuedProvisioning. */
  public static final RawType TYPE =
      new RawType(
          "gcp:container/nodePool:NodePool",
          "7.3.0",
          "terraform-provider-google-beta 5.9.0 has queued_provisioning; schema read 2026-11-23");

  @Export(
      name = "name",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> name;

  /**
   * Registers the pool.
   *
   * @param args as for any other pool
   * @param provider of {@link #TYPE}'s plugin
   */
  public QueuedNodePool(
      String name, NodePoolArgs args, Provider provider, CustomResourceOptions options) {
    super(TYPE, name, new Args(args), provider, options);
  }

  /** The pool's name in the cluster. */
  public Output<String> name() {
    return registered(name);
  }

  /** The arguments of the SDK's node pool that pools here use, and the one that it lacks. */
  static final class Args extends ResourceArgs {
    @Import(name = "cluster", required = true)
    final Output<String> cluster;

    @Import(name = "project")
    final @Nullable Output<String> project;

    @Import(name = "location")
    final @Nullable Output<String> location;

    @Import(name = "name")
    final @Nullable Output<String> name;

    @Import(name = "nodeLocations")
    final @Nullable Output<List<String>> nodeLocations;

    @Import(name = "maxPodsPerNode")
    final @Nullable Output<Integer> maxPodsPerNode;

    @Import(name = "initialNodeCount")
    final @Nullable Output<Integer> initialNodeCount;

    @Import(name = "autoscaling")
    final @Nullable Output<NodePoolAutoscalingArgs> autoscaling;

    @Import(name = "management")
    final @Nullable Output<NodePoolManagementArgs> management;

    @Import(name = "upgradeSettings")
    final @Nullable Output<NodePoolUpgradeSettingsArgs> upgradeSettings;

    @Import(name = "placementPolicy")
    final @Nullable Output<NodePoolPlacementPolicyArgs> placementPolicy;

    @Import(name = "networkConfig")
    final @Nullable Output<NodePoolNetworkConfigArgs> networkConfig;

    @Import(name = "nodeConfig")
    final @Nullable Output<NodePoolNodeConfigArgs> nodeConfig;

    @Import(name = "queuedProvisioning")
    final Output<QueuedProvisioning> queuedProvisioning = Output.of(new QueuedProvisioning(true));

    Args(NodePoolArgs pool) {
      cluster = pool.cluster();
      project = pool.project().orElse(null);
      location = pool.location().orElse(null);
      name = pool.name().orElse(null);
      nodeLocations = pool.nodeLocations().orElse(null);
      maxPodsPerNode = pool.maxPodsPerNode().orElse(null);
      initialNodeCount = pool.initialNodeCount().orElse(null);
      autoscaling = pool.autoscaling().orElse(null);
      management = pool.management().orElse(null);
      upgradeSettings = pool.upgradeSettings().orElse(null);
      placementPolicy = pool.placementPolicy().orElse(null);
      networkConfig = pool.networkConfig().orElse(null);
      nodeConfig = pool.nodeConfig().orElse(null);
    }
  }

  /** Whether nodes are queued for. */
  static final class QueuedProvisioning extends ResourceArgs {
    @Import(name = "enabled", required = true)
    final Boolean enabled;

    QueuedProvisioning(boolean enabled) {
      this.enabled = enabled;
    }
  }
}
