package dev.mlestate.azure.cluster;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.cluster.AgentPool.GpuProfileArgs;
import dev.mlestate.azure.cluster.AgentPool.SecurityProfileArgs;
import dev.mlestate.kubernetes.PoolQuota;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pool of like nodes: a native pool for each capacity option, since one has one way to get
 * machines. Each may grow to the pool's maximum; {@link PoolQuota}, a child of the pool, holds what
 * they share. The minimum stands on the first option. One option of one pool is a part of the
 * cluster itself and is not made here.
 *
 * <p>A native pool is one scale set, and the machines of one scale set share their InfiniBand, so
 * that a pool with a fabric needs no placement group, which would only make machines harder to get
 * and which reservations refuse (Azure documentation, "Set up InfiniBand"; general knowledge, not
 * read).
 */
public final class NodePool extends EstateComponent {
  /** Of Azure's spot price: as much as it takes, which is never more than on demand. */
  private static final double UP_TO_ON_DEMAND = -1;

  private final NodePoolPlan plan;
  private final Cluster cluster;
  private final Map<String, AgentPool> pools = new LinkedHashMap<>();
  private @Nullable ReservedMachines reserved;
  private final PoolQuota quota;

  private NodePool(Builder builder) {
    super("mlestate:azure:NodePool", builder);
    plan = ComponentBuilder.required(builder.plan, "plan");
    cluster = ComponentBuilder.required(builder.cluster, "cluster");
    Output<String> subnetId = ComponentBuilder.required(builder.subnetId, "subnetId");
    for (CapacityPlan capacity : plan.capacity()) {
      if (!cluster.systemPool().holds(plan, capacity)) {
        pools.put(capacity.name(), create(capacity, subnetId, builder));
      }
    }
    quota =
        PoolQuota.builder(componentName())
            .options(
                ComponentResourceOptions.builder()
                    .parent(this)
                    .providers(cluster.kubernetes())
                    .dependsOn(builder.namespace.stream().toList())
                    .build())
            .pool(plan)
            .build();
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("agentPools", Output.of(List.copyOf(pools.keySet())));
    outputs.put("nodeSelector", Output.of(plan.labels()));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private AgentPool create(CapacityPlan capacity, Output<String> subnetId, Builder builder) {
    List<Resource> needed = new ArrayList<>();
    AgentPool.Args args = common(capacity, subnetId);
    switch (capacity.option()) {
      case ON_DEMAND -> {}
      case SPOT -> {
        args.scaleSetPriority = Output.of("Spot");
        args.scaleSetEvictionPolicy = Output.of("Delete");
        args.spotMaxPrice = Output.of(UP_TO_ON_DEMAND);
      }
      case RESERVATION -> {
        ReservedMachines machines = reserve(capacity, builder);
        reserved = machines;
        args.capacityReservationGroupId = machines.groupId();
        needed.addAll(machines.ready());
      }
      case QUEUED -> throw new IllegalArgumentException("AKS has no queued capacity");
    }
    if (NativePools.hasGpu(plan)) {
      args.gpuProfile = Output.of(new GpuProfileArgs("Install"));
    }
    return new AgentPool(
        cluster.componentName() + "-" + capacity.name(),
        args,
        cluster.providers().carrying(AgentPool.TYPE),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(needed)
            // The autoscaler says how many nodes there are.
            .ignoreChanges("count")
            // Its name stays, and a cluster has no two pools of one name.
            .deleteBeforeReplace(true)
            .build());
  }

  private AgentPool.Args common(CapacityPlan capacity, Output<String> subnetId) {
    int minimum = NativePools.minimum(plan, capacity);
    AgentPool.Args args = new AgentPool.Args();
    args.resourceGroupName = cluster.resourceGroup();
    args.resourceName = cluster.cluster().name();
    args.agentPoolName = Output.of(capacity.name());
    args.mode = Output.of("User");
    args.type = Output.of(NativePools.SCALE_SETS);
    args.orchestratorVersion = Output.of(cluster.plan().version());
    args.vmSize = Output.of(plan.machine().name());
    args.osType = Output.of(NativePools.LINUX);
    args.osSku = Output.of(NativePools.UBUNTU);
    args.osDiskType = Output.of(NativePools.MANAGED_DISK);
    args.osDiskSizeGb = Output.of(plan.diskGib());
    args.count = Output.of(minimum);
    args.enableAutoScaling = Output.of(true);
    args.minCount = Output.of(minimum);
    args.maxCount = Output.of(plan.maxNodes());
    args.maxPods = Output.of(plan.machine().maxPods());
    args.availabilityZones = Output.of(NativePools.zones(plan));
    args.vnetSubnetId = subnetId;
    args.enableNodePublicIp = Output.of(false);
    args.enableEncryptionAtHost = Output.of(true);
    args.securityProfile = Output.of(trusted());
    // A spot pool takes no surge: what is evicted comes again by itself.
    if (capacity.option() != CapacityOption.SPOT) {
      args.upgradeSettings = NativePools.upgrades();
    }
    args.nodeLabels = Output.of(NativePools.labels(plan, capacity));
    args.nodeTaints = Output.of(NativePools.taints(plan, capacity));
    args.tags = Output.of(tags());
    return args;
  }

  /**
   * Secure boot refuses drivers that AKS did not sign, which those of GPUs are not (AKS
   * documentation, "Use trusted launch in AKS"; general knowledge, not read).
   */
  private SecurityProfileArgs trusted() {
    return new SecurityProfileArgs(!NativePools.hasGpu(plan));
  }

  private ReservedMachines reserve(CapacityPlan capacity, Builder builder) {
    String name = componentName() + "-reserved";
    return capacity
        .reservationId()
        .map(
            id ->
                ReservedMachines.existing(
                    name, id, cluster.controlPlane(), cluster.subscription(), parented()))
        .orElseGet(
            () ->
                ReservedMachines.create(
                    name,
                    plan,
                    builder.reservedNodes,
                    cluster.controlPlane(),
                    cluster.subscription(),
                    ComponentBuilder.required(builder.plainResourceGroup, "plainResourceGroup"),
                    cluster.resourceGroup(),
                    tags(),
                    parented()));
  }

  public NodePoolPlan plan() {
    return plan;
  }

  /** Native pools by the capacity option's name, in the order in which they are tried. */
  public Map<String, AgentPool> agentPools() {
    return Collections.unmodifiableMap(pools);
  }

  /** Resource id of the capacity reservation group, where an option uses one. */
  public Optional<Output<String>> capacityReservationGroupId() {
    return Optional.ofNullable(reserved).map(ReservedMachines::groupId);
  }

  /** Holds the maximum that the capacity options share. */
  public PoolQuota quota() {
    return quota;
  }

  /** Builds a {@link NodePool}; plan, cluster and subnet are required. */
  public static final class Builder extends ComponentBuilder<NodePool, Builder> {
    private @Nullable NodePoolPlan plan;
    private @Nullable Cluster cluster;
    private @Nullable Output<String> subnetId;
    private @Nullable String plainResourceGroup;
    private int reservedNodes;
    private Optional<Resource> namespace = Optional.empty();

    private Builder(String name) {
      super(name);
    }

    /** Machine type, limits, capacity options, zones, labels and taints. */
    public Builder plan(NodePoolPlan value) {
      plan = value;
      return this;
    }

    /** Whose nodes they are. */
    public Builder cluster(Cluster value) {
      cluster = value;
      return this;
    }

    /** The subnet of the nodes and pods. */
    public Builder subnetId(Output<String> value) {
      subnetId = value;
      return this;
    }

    /**
     * Machines to reserve where the plan has the option and names no group of the company's.
     *
     * @param resourceGroup name of the cluster's resource group, in which the role is defined
     */
    public Builder reserve(int nodes, String resourceGroup) {
      reservedNodes = nodes;
      plainResourceGroup = resourceGroup;
      return this;
    }

    /** The namespace in which the quota stands. Default: it is there already. */
    public Builder namespace(Resource value) {
      namespace = Optional.of(value);
      return this;
    }

    @Override
    public NodePool build() {
      return new NodePool(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
