package dev.mlestate.aws.cluster;

import com.pulumi.aws.autoscaling.Tag;
import com.pulumi.aws.autoscaling.TagArgs;
import com.pulumi.aws.autoscaling.inputs.TagTagArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.PlacementGroup;
import com.pulumi.aws.ec2.PlacementGroupArgs;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupLaunchTemplateArgs;
import com.pulumi.aws.eks.inputs.NodeGroupNodeRepairConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupTaintArgs;
import com.pulumi.aws.eks.inputs.NodeGroupUpdateConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.aws.iam.ServiceRole;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.aws.network.Subnets;
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
 * A pool of like nodes: for each capacity option a launch template and a managed node group, since
 * a group has one capacity type. Each group may grow to the pool's maximum; {@link PoolQuota}, a
 * child of the pool, holds what they share. The minimum stands on the first option.
 *
 * <p>The autoscaler, not this component, sets how many nodes there are: after its creation a
 * group's desired size is left alone. EKS itself puts the autoscaler's discovery tags on the Auto
 * Scaling groups; what it does not know there, the fabric's interfaces, is added, so that a group
 * at zero nodes can be scaled up for a pod that asks for them.
 */
public final class NodePool extends EstateComponent {
  private static final String RESOURCE_TAG = "k8s.io/cluster-autoscaler/node-template/resources/";

  /** What EFA's device plugin offers (aws-efa-k8s-device-plugin, README, v0.5.8). */
  private static final String EFA_RESOURCE = "vpc.amazonaws.com/efa";

  private final NodePoolPlan plan;
  private final Cluster cluster;
  private final ServiceRole role;
  private final Map<String, LaunchTemplate> templates = new LinkedHashMap<>();
  private final Map<String, NodeGroup> groups = new LinkedHashMap<>();
  private @Nullable PlacementGroup placementGroup;
  private final PoolQuota quota;

  private NodePool(Builder builder) {
    super("mlestate:aws:NodePool", builder);
    plan = ComponentBuilder.required(builder.plan, "plan");
    cluster = ComponentBuilder.required(builder.cluster, "cluster");
    Subnets subnets = ComponentBuilder.required(builder.subnets, "subnets");
    role = createRole();
    for (CapacityPlan capacity : plan.capacity()) {
      LaunchTemplate template = createTemplate(capacity, builder);
      templates.put(capacity.name(), template);
      groups.put(capacity.name(), createGroup(capacity, template, subnets.in(plan.zones())));
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
    outputs.put("nodeGroups", Output.of(List.copyOf(groups.keySet())));
    outputs.put("nodeSelector", Output.of(plan.labels()));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Pods get addresses and volumes by roles of their own, so nodes need but these two policies. */
  private ServiceRole createRole() {
    // EC2 sends no aws:SourceAccount when it takes an instance's role.
    return new ServiceRole(
            child("node"),
            "Nodes of " + componentName(),
            Statement.allow("Nodes").service("ec2.amazonaws.com").actions("sts:AssumeRole"),
            tags(),
            parented())
        .managed("AmazonEKSWorkerNodeMinimalPolicy")
        .managed("AmazonEC2ContainerRegistryPullOnly");
  }

  private LaunchTemplate createTemplate(CapacityPlan capacity, Builder builder) {
    String name = groupName(capacity);
    List<Output<String>> interfaceGroups = new ArrayList<>();
    interfaceGroups.add(cluster.nodeSecurityGroupId());
    builder.fabricSecurityGroupId.ifPresent(interfaceGroups::add);
    if (plan.fabric().isPresent() && builder.fabricSecurityGroupId.isEmpty()) {
      throw new IllegalStateException(
          ".fabricSecurityGroupId(…) is required before build() of a pool with a fabric");
    }
    NodeTemplate template =
        new NodeTemplate(
            name,
            plan.diskGib(),
            builder.volumeKeyArn,
            plan.fabric(),
            Output.all(interfaceGroups),
            placement(capacity),
            tagsNamed(name));
    return new LaunchTemplate(name, template.args(capacity), parented());
  }

  /** A reservation has a placement of its own; any other would keep its machines from starting. */
  private Optional<Output<String>> placement(CapacityPlan capacity) {
    if (plan.fabric().isEmpty() || capacity.option() == CapacityOption.RESERVATION) {
      return Optional.empty();
    }
    if (placementGroup == null) {
      placementGroup =
          new PlacementGroup(
              componentName(),
              PlacementGroupArgs.builder()
                  .name(componentName())
                  .strategy("cluster")
                  .tags(tags())
                  .build(),
              parented());
    }
    return Optional.of(placementGroup.name());
  }

  private NodeGroup createGroup(
      CapacityPlan capacity, LaunchTemplate template, Output<List<String>> subnetIds) {
    boolean first = capacity.equals(plan.capacity().get(0));
    int minimum = first ? plan.minNodes() : 0;
    List<Resource> needed = new ArrayList<>(role.policies());
    needed.addAll(cluster.neededByNodes());
    NodeGroup group =
        new NodeGroup(
            groupName(capacity),
            NodeGroupArgs.builder()
                .clusterName(cluster.cluster().name())
                .nodeGroupName(capacity.name())
                .version(cluster.plan().version())
                .nodeRoleArn(role.arn())
                .subnetIds(subnetIds)
                .amiType(amiType())
                .capacityType(capacityType(capacity.option()))
                .instanceTypes(plan.machine().name())
                .launchTemplate(
                    NodeGroupLaunchTemplateArgs.builder()
                        .id(template.id())
                        .version(template.latestVersion().applyValue(String::valueOf))
                        .build())
                .scalingConfig(
                    NodeGroupScalingConfigArgs.builder()
                        .minSize(minimum)
                        .desiredSize(minimum)
                        .maxSize(plan.maxNodes())
                        .build())
                .updateConfig(NodeGroupUpdateConfigArgs.builder().maxUnavailable(1).build())
                .nodeRepairConfig(NodeGroupNodeRepairConfigArgs.builder().enabled(true).build())
                .labels(plan.labels())
                .taints(
                    plan.taints().stream()
                        .map(
                            taint ->
                                NodeGroupTaintArgs.builder()
                                    .key(taint.key())
                                    .value(taint.value())
                                    .effect(taint.effect().name())
                                    .build())
                        .toList())
                .tags(tags())
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(needed)
                .ignoreChanges("scalingConfig.desiredSize")
                // Its name stays, and a cluster has no two groups of one name.
                .deleteBeforeReplace(true)
                .build());
    plan.fabric().ifPresent(fabric -> announce(capacity, group, fabric.interfaces()));
    return group;
  }

  private void announce(CapacityPlan capacity, NodeGroup group, int interfaces) {
    Output<String> scalingGroup =
        group
            .resources()
            .applyValue(
                resources ->
                    resources.stream()
                        .flatMap(resource -> resource.autoscalingGroups().stream())
                        .flatMap(each -> each.name().stream())
                        .findFirst()
                        .orElseThrow(
                            () ->
                                new IllegalStateException(
                                    "EKS names no Auto Scaling group of " + capacity.name())));
    new Tag(
        groupName(capacity) + "-efa",
        TagArgs.builder()
            .autoscalingGroupName(scalingGroup)
            .tag(
                TagTagArgs.builder()
                    .key(RESOURCE_TAG + EFA_RESOURCE)
                    .value(Integer.toString(interfaces))
                    .propagateAtLaunch(false)
                    .build())
            .build(),
        parented());
  }

  private String groupName(CapacityPlan capacity) {
    return cluster.componentName() + "-" + capacity.name();
  }

  private String amiType() {
    return plan.machine()
        .accelerator()
        .map(
            type ->
                switch (type) {
                  case H100, H200, A100, L4, L40S, A10G, T4 -> "AL2023_x86_64_NVIDIA";
                  case TRAINIUM, INFERENTIA -> "AL2023_x86_64_NEURON";
                })
        .orElse("AL2023_x86_64_STANDARD");
  }

  /** A reservation is on-demand capacity that is kept; the launch template names it. */
  private static String capacityType(CapacityOption option) {
    return switch (option) {
      case RESERVATION, ON_DEMAND -> "ON_DEMAND";
      case SPOT -> "SPOT";
      case QUEUED -> throw new IllegalArgumentException("EKS has no queued capacity");
    };
  }

  public NodePoolPlan plan() {
    return plan;
  }

  /** Node groups by the capacity option's name, in the order in which they are tried. */
  public Map<String, NodeGroup> nodeGroups() {
    return Collections.unmodifiableMap(groups);
  }

  /** Launch templates by the capacity option's name. */
  public Map<String, LaunchTemplate> launchTemplates() {
    return Collections.unmodifiableMap(templates);
  }

  /** Present where nodes must sit close together and are not all reserved. */
  public Optional<PlacementGroup> placementGroup() {
    return Optional.ofNullable(placementGroup);
  }

  /** Holds the maximum that the capacity options share. */
  public PoolQuota quota() {
    return quota;
  }

  /** Builds a {@link NodePool}; plan, cluster and subnets are required. */
  public static final class Builder extends ComponentBuilder<NodePool, Builder> {
    private @Nullable NodePoolPlan plan;
    private @Nullable Cluster cluster;
    private @Nullable Subnets subnets;
    private Optional<Output<String>> volumeKeyArn = Optional.empty();
    private Optional<Output<String>> fabricSecurityGroupId = Optional.empty();
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

    /** The private subnets; nodes use those in the plan's zones. */
    public Builder subnets(Subnets value) {
      subnets = value;
      return this;
    }

    /** The key that encrypts the nodes' volumes. Default: the one that AWS manages. */
    public Builder volumeKeyArn(Output<String> value) {
      volumeKeyArn = Optional.of(value);
      return this;
    }

    /** The security group of EFA interfaces; required where the plan has a fabric. */
    public Builder fabricSecurityGroupId(Output<String> value) {
      fabricSecurityGroupId = Optional.of(value);
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
