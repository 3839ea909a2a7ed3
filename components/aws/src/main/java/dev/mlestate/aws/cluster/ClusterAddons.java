package dev.mlestate.aws.cluster;

import com.pulumi.aws.eks.Addon;
import com.pulumi.aws.eks.PodIdentityAssociation;
import com.pulumi.aws.eks.PodIdentityAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.storage.v1.StorageClass;
import com.pulumi.kubernetes.storage.v1.StorageClassArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.ServiceRole;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.kubernetes.ClusterAutoscaler;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster needs and what needs nodes itself: DNS, volumes that are encrypted by default, and
 * the autoscaler, which tries the capacity options of each pool in their order.
 */
public final class ClusterAddons extends EstateComponent {
  private final List<Addon> addons = new ArrayList<>();
  private final ClusterAutoscaler autoscaler;
  private final StorageClass storageClass;

  private ClusterAddons(Builder builder) {
    super("mlestate:aws:ClusterAddons", builder);
    Cluster cluster = ComponentBuilder.required(builder.cluster, "cluster");
    install(
        cluster,
        new Addons.Daemon(
            "coredns", cluster.componentName(), Optional.empty(), tags(), afterNodes(builder)));
    ServiceRole volumes = volumesRole(cluster, builder.volumeKeyArn);
    install(
        cluster,
        new Addons.Daemon(
            "aws-ebs-csi-driver",
            cluster.componentName(),
            Optional.of(new Addons.Identity("ebs-csi-controller-sa", volumes)),
            tags(),
            afterNodes(builder)));
    storageClass = storageClass(builder.volumeKeyArn);
    autoscaler = autoscaler(cluster, builder);
    complete(Map.of("autoscaler", autoscaler.deployment().id()));
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private CustomResourceOptions afterNodes(Builder builder) {
    return parentedAfter(builder.nodes.toArray(Resource[]::new));
  }

  private void install(Cluster cluster, Addons.Daemon addon) {
    addons.add(addon.install(cluster.cluster()));
  }

  private ServiceRole volumesRole(Cluster cluster, Optional<Output<String>> keyArn) {
    ServiceRole role =
        new ServiceRole(
                cluster.componentName() + "-ebs-csi",
                "Makes volumes for pods of " + cluster.componentName(),
                ServiceRole.trustPods(cluster.account(), cluster.componentName()),
                tags(),
                parented())
            .managed("service-role/AmazonEBSCSIDriverPolicy");
    keyArn.ifPresent(
        arn ->
            role.inline(
                "volume-key",
                PolicyDocument.of(
                    Statement.allow("VolumeKey")
                        .actions(
                            "kms:Decrypt",
                            "kms:DescribeKey",
                            "kms:Encrypt",
                            "kms:GenerateDataKey*",
                            "kms:ReEncrypt*")
                        .resources(List.of(arn)),
                    Statement.allow("VolumeGrants")
                        .actions("kms:CreateGrant")
                        .resources(List.of(arn))
                        .condition("Bool", "kms:GrantIsForAWSResource", "true"))));
    return role;
  }

  private StorageClass storageClass(Optional<Output<String>> keyArn) {
    Map<String, String> fixed = Map.of("type", "gp3", "encrypted", "true");
    Output<Map<String, String>> parameters =
        keyArn
            .map(
                arn ->
                    arn.applyValue(
                        key -> {
                          Map<String, String> all = new TreeMap<>(fixed);
                          all.put("kmsKeyId", key);
                          return all;
                        }))
            .orElseGet(() -> Output.of(fixed));
    return new StorageClass(
        child("encrypted"),
        StorageClassArgs.builder()
            .metadata(
                ObjectMetaArgs.builder()
                    .name("encrypted")
                    .annotations(Map.of("storageclass.kubernetes.io/is-default-class", "true"))
                    .build())
            .provisioner("ebs.csi.aws.com")
            .volumeBindingMode("WaitForFirstConsumer")
            .allowVolumeExpansion(true)
            .parameters(parameters)
            .build(),
        parented());
  }

  private ClusterAutoscaler autoscaler(Cluster cluster, Builder builder) {
    String clusterName = cluster.componentName();
    AwsAccount account = cluster.account();
    ServiceRole role =
        new ServiceRole(
                clusterName + "-autoscaler",
                "Adds nodes to " + clusterName + " and removes them",
                ServiceRole.trustPods(account, clusterName),
                tags(),
                parented())
            .inline("scale", AutoscalerPolicy.of(clusterName, account));
    PodIdentityAssociation identity =
        new PodIdentityAssociation(
            child("autoscaler"),
            PodIdentityAssociationArgs.builder()
                .clusterName(cluster.cluster().name())
                .namespace(ClusterAutoscaler.NAMESPACE)
                .serviceAccount(ClusterAutoscaler.SERVICE_ACCOUNT)
                .roleArn(role.arn())
                .tags(tags())
                .build(),
            parented());
    List<Resource> needed = new ArrayList<>(builder.nodes);
    needed.add(identity);
    List<NodePoolPlan> pools = cluster.plan().nodePools();
    return ClusterAutoscaler.builder(child("autoscaler"))
        .options(ComponentResourceOptions.builder().parent(this).dependsOn(needed).build())
        .kubernetesVersion(cluster.plan().version())
        .cloudArguments(
            List.of(
                "--cloud-provider=aws",
                "--node-group-auto-discovery=asg:tag=k8s.io/cluster-autoscaler/enabled,"
                    + "k8s.io/cluster-autoscaler/"
                    + clusterName))
        .environment(Map.of("AWS_REGION", account.region()))
        .priorities(CapacityOrder.priorities(pools))
        .pools(pools.stream().filter(pool -> pool.machine().accelerator().isEmpty()).toList())
        .build();
  }

  /** The add-ons of EKS, in the order of their installation. */
  public List<Addon> addons() {
    return List.copyOf(addons);
  }

  public ClusterAutoscaler autoscaler() {
    return autoscaler;
  }

  /** What volume claims get by default. */
  public StorageClass storageClass() {
    return storageClass;
  }

  /** Builds {@link ClusterAddons}; the cluster is required. Its options name both providers. */
  public static final class Builder extends ComponentBuilder<ClusterAddons, Builder> {
    private @Nullable Cluster cluster;
    private List<Resource> nodes = List.of();
    private Optional<Output<String>> volumeKeyArn = Optional.empty();

    private Builder(String name) {
      super(name);
    }

    /** Where they run. */
    public Builder cluster(Cluster value) {
      cluster = value;
      return this;
    }

    /** The node groups on which all this runs. Default: none, so that nothing is waited for. */
    public Builder nodes(List<? extends Resource> value) {
      nodes = List.copyOf(value);
      return this;
    }

    /** The key that encrypts volumes. Default: the one that AWS manages. */
    public Builder volumeKeyArn(Output<String> value) {
      volumeKeyArn = Optional.of(value);
      return this;
    }

    @Override
    public ClusterAddons build() {
      return new ClusterAddons(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
