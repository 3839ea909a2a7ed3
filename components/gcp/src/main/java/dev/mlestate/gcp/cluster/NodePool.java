package dev.mlestate.gcp.cluster;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Reservation;
import com.pulumi.gcp.compute.ReservationArgs;
import com.pulumi.gcp.compute.inputs.ReservationSpecificReservationArgs;
import com.pulumi.gcp.compute.inputs.ReservationSpecificReservationInstancePropertiesArgs;
import com.pulumi.gcp.compute.inputs.ReservationSpecificReservationInstancePropertiesGuestAcceleratorArgs;
import com.pulumi.gcp.container.NodePoolArgs;
import com.pulumi.gcp.container.inputs.NodePoolNetworkConfigAdditionalNodeNetworkConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNetworkConfigArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.gcp.network.FabricNetwork;
import dev.mlestate.gcp.project.Labels;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.kubernetes.PoolQuota;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import dev.mlestate.pulumi.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pool of like nodes: a native pool for each capacity option, since a native pool has one kind of
 * capacity. Each may grow to the pool's maximum; {@link PoolQuota}, a child of the pool, holds what
 * they share. The minimum stands on the first option. GKE's autoscaler sets how many nodes there
 * are, installs drivers and offers accelerators to pods by itself.
 */
public final class NodePool extends EstateComponent {
  private static final int LONGEST_NAME = 63;

  private final NodePoolPlan plan;
  private final Cluster cluster;
  private final Map<String, CustomResource> pools = new LinkedHashMap<>();
  private @Nullable Reservation reservation;
  private final PoolQuota quota;

  private NodePool(Builder builder) {
    super("mlestate:gcp:NodePool", builder);
    plan = ComponentBuilder.required(builder.plan, "plan");
    cluster = ComponentBuilder.required(builder.cluster, "cluster");
    for (CapacityPlan capacity : plan.capacity()) {
      pools.put(capacity.name(), create(capacity, builder));
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
    outputs.put("nodePools", Output.of(List.copyOf(pools.keySet())));
    outputs.put("nodeSelector", Output.of(plan.labels()));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private CustomResource create(CapacityPlan capacity, Builder builder) {
    String name = cluster.componentName() + "-" + capacity.name();
    NodePoolArgs args = args(capacity, builder);
    List<Resource> needed = new ArrayList<>(cluster.nodes().grants());
    needed.addAll(cluster.keys().grants(KeyDomain.COMPUTE));
    CustomResourceOptions options =
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(needed)
            // Only how many nodes there are at first; a change would replace the pool.
            .ignoreChanges("initialNodeCount")
            // Its name stays, and a cluster has no two pools of one name.
            .deleteBeforeReplace(true)
            .build();
    if (capacity.option() == CapacityOption.QUEUED) {
      Providers providers = ComponentBuilder.required(builder.providers, "providers");
      return new QueuedNodePool(name, args, providers.carrying(QueuedNodePool.TYPE), options);
    }
    return new com.pulumi.gcp.container.NodePool(name, args, options);
  }

  private NodePoolArgs args(CapacityPlan capacity, Builder builder) {
    PoolSize size = new PoolSize(plan, capacity);
    NodeSettings nodes = new NodeSettings(plan, cluster, Labels.of(tags()));
    NodePoolArgs.Builder args =
        NodePoolArgs.builder()
            .name(capacity.name())
            .project(cluster.project().id())
            .cluster(cluster.cluster().name())
            .location(cluster.project().region())
            .nodeLocations(plan.zones())
            .management(size.management())
            .upgradeSettings(size.upgrade())
            .networkConfig(network(builder.fabric))
            .nodeConfig(nodes.of(capacity, reservationOf(capacity, builder.reservedNodes)));
    if (plan.machine().maxPods() > 0) {
      args.maxPodsPerNode(plan.machine().maxPods());
    }
    size.placement().ifPresent(args::placementPolicy);
    OptionalInt fixed = size.fixed();
    if (fixed.isPresent()) {
      args.nodeCount(fixed.getAsInt());
    } else {
      args.autoscaling(size.autoscaling()).initialNodeCount(size.initialPerZone());
    }
    return args.build();
  }

  /** Private nodes, and an interface in each network of the fabric. */
  private NodePoolNetworkConfigArgs network(List<FabricNetwork> fabric) {
    NodePoolNetworkConfigArgs.Builder args =
        NodePoolNetworkConfigArgs.builder().enablePrivateNodes(true);
    plan.fabric()
        .ifPresent(
            offer -> {
              if (fabric.size() < offer.interfaces()) {
                throw new IllegalStateException(
                    ".fabric(…) has %d networks, and %s has %d interfaces"
                        .formatted(fabric.size(), plan.machine().name(), offer.interfaces()));
              }
              args.additionalNodeNetworkConfigs(
                  fabric.stream()
                      .limit(offer.interfaces())
                      .map(
                          each ->
                              NodePoolNetworkConfigAdditionalNodeNetworkConfigArgs.builder()
                                  .network(each.network())
                                  .subnetwork(each.subnet())
                                  .build())
                      .toList());
            });
    return args.build();
  }

  /** The named reservation, or one made for the pool. */
  private Optional<Output<String>> reservationOf(CapacityPlan capacity, OptionalInt reservedNodes) {
    if (capacity.option() != CapacityOption.RESERVATION) {
      return Optional.empty();
    }
    if (capacity.reservationId().isPresent()) {
      return capacity.reservationId().map(Output::of);
    }
    if (reservedNodes.isEmpty()) {
      return Optional.empty();
    }
    Reservation made = reserve(reservedNodes.getAsInt());
    reservation = made;
    return Optional.of(made.name());
  }

  /** Only who names it uses it. */
  private Reservation reserve(int nodes) {
    MachineShape machine = plan.machine();
    ReservationSpecificReservationInstancePropertiesArgs.Builder instances =
        ReservationSpecificReservationInstancePropertiesArgs.builder()
            .machineType(MachineTraits.type(machine));
    if (MachineTraits.attached(machine)) {
      instances.guestAccelerators(
          ReservationSpecificReservationInstancePropertiesGuestAcceleratorArgs.builder()
              .acceleratorType(NodeSettings.acceleratorType(machine))
              .acceleratorCount(machine.acceleratorCount())
              .build());
    }
    String name = Names.limited(LONGEST_NAME, componentName());
    return new Reservation(
        name,
        ReservationArgs.builder()
            .name(name)
            .project(cluster.project().id())
            .zone(plan.zones().get(0))
            .specificReservationRequired(true)
            .specificReservation(
                ReservationSpecificReservationArgs.builder()
                    .count(nodes)
                    .instanceProperties(instances.build())
                    .build())
            .build(),
        parentedDeleteFirst());
  }

  /** The native pools by the capacity option's name, in their order. */
  public Map<String, CustomResource> nodePools() {
    return Collections.unmodifiableMap(pools);
  }

  /** The reservation made for the pool, if one was. */
  public Optional<Reservation> reservation() {
    return Optional.ofNullable(reservation);
  }

  /** The limit that the native pools share. */
  public PoolQuota quota() {
    return quota;
  }

  /** Builds a {@link NodePool}; plan and cluster are required. */
  public static final class Builder extends ComponentBuilder<NodePool, Builder> {
    private @Nullable NodePoolPlan plan;
    private @Nullable Cluster cluster;
    private @Nullable Providers providers;
    private List<FabricNetwork> fabric = List.of();
    private OptionalInt reservedNodes = OptionalInt.empty();
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

    /** Where the later provider of queued pools comes from; required where the plan has one. */
    public Builder providers(Providers value) {
      providers = value;
      return this;
    }

    /** The networks between accelerators; as many as the plan's fabric has interfaces. */
    public Builder fabric(List<FabricNetwork> value) {
      fabric = List.copyOf(value);
      return this;
    }

    /** Nodes to reserve, where no reservation is named. Default: none. */
    public Builder reservedNodes(int value) {
      reservedNodes = OptionalInt.of(value);
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
