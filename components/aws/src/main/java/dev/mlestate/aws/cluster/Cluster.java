package dev.mlestate.aws.cluster;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.eks.AccessEntry;
import com.pulumi.aws.eks.AccessEntryArgs;
import com.pulumi.aws.eks.AccessPolicyAssociation;
import com.pulumi.aws.eks.AccessPolicyAssociationArgs;
import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.inputs.AccessPolicyAssociationAccessScopeArgs;
import com.pulumi.aws.eks.inputs.ClusterAccessConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterEncryptionConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterEncryptionConfigProviderArgs;
import com.pulumi.aws.eks.inputs.ClusterKubernetesNetworkConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterUpgradePolicyArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.resources.Resource;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.ServiceRole;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.aws.network.LogRetention;
import dev.mlestate.aws.network.Subnets;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An EKS cluster whose API is private and reached from named networks alone, with encrypted
 * secrets, all control-plane logs, access by entries of the API, pod identity, and no stay in
 * extended support. Node pools are {@link NodePool}s; what needs nodes is in {@link ClusterAddons}.
 */
public final class Cluster extends EstateComponent {
  private static final int HTTPS = 443;

  private final com.pulumi.aws.eks.Cluster cluster;
  private final ClusterPlan plan;
  private final AwsAccount account;
  private final SecurityGroup apiGroup;
  private final LogGroup logGroup;
  private final Provider kubernetes;
  private final List<Resource> neededByNodes = new ArrayList<>();

  private Cluster(Builder builder) {
    super("mlestate:aws:Cluster", builder);
    plan = ComponentBuilder.required(builder.plan, "plan");
    account = ComponentBuilder.required(builder.account, "account");
    Subnets subnets = ComponentBuilder.required(builder.subnets, "subnets");
    Output<String> vpcId = ComponentBuilder.required(builder.vpcId, "vpcId");
    logGroup = createLogGroup(builder);
    apiGroup = createApiGroup(vpcId, plan.accessFrom());
    cluster = createCluster(builder, subnets);
    builder.groupRoles.forEach((group, role) -> allow(group, role, builder.namespaces));
    for (Addons.Daemon addon : Addons.daemons(componentName(), account, tags(), parented())) {
      neededByNodes.add(addon.install(cluster));
    }
    kubernetes =
        new Provider(
            componentName(),
            ProviderArgs.builder()
                .kubeconfig(Kubeconfig.of(cluster, componentName(), account.region()))
                .enableServerSideApply(true)
                .build(),
            parented());
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("endpoint", cluster.endpoint());
    outputs.put("name", cluster.name());
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Made before the cluster, which would otherwise make one that is never deleted or encrypted. */
  private LogGroup createLogGroup(Builder builder) {
    LogGroupArgs.Builder args =
        LogGroupArgs.builder()
            .name("/aws/eks/" + componentName() + "/cluster")
            .retentionInDays(LogRetention.atLeast(builder.logRetentionDays))
            .tags(tags());
    builder.logKeyArn.ifPresent(args::kmsKeyId);
    return new LogGroup(child("control-plane"), args.build(), parented());
  }

  private SecurityGroup createApiGroup(Output<String> vpcId, List<String> accessFrom) {
    String name = child("api");
    SecurityGroup group =
        new SecurityGroup(
            name,
            SecurityGroupArgs.builder()
                .name(name)
                .description("Who reaches the private API of " + componentName())
                .vpcId(vpcId)
                .tags(tagsNamed(name))
                .build(),
            parented());
    for (String cidr : accessFrom) {
      new SecurityGroupIngressRule(
          name + "-" + cidr.replace('/', '-'),
          SecurityGroupIngressRuleArgs.builder()
              .securityGroupId(group.id())
              .description("HTTPS from " + cidr)
              .cidrIpv4(cidr)
              .ipProtocol("tcp")
              .fromPort(HTTPS)
              .toPort(HTTPS)
              .tags(tags())
              .build(),
          parented());
    }
    return group;
  }

  private com.pulumi.aws.eks.Cluster createCluster(Builder builder, Subnets subnets) {
    // The key policy of secrets knows clusters' roles by this suffix.
    ServiceRole role =
        new ServiceRole(
                child("cluster"),
                "The control plane of " + componentName(),
                Statement.trust("eks.amazonaws.com", account),
                tags(),
                parented())
            .managed("AmazonEKSClusterPolicy");
    builder.secretsKeyArn.ifPresent(
        arn ->
            role.inline(
                "secrets-key",
                PolicyDocument.of(
                    Statement.allow("SecretsKey")
                        .actions("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt")
                        .resources(List.of(arn)))));
    ClusterArgs.Builder args =
        ClusterArgs.builder()
            .name(componentName())
            .version(plan.version())
            .roleArn(role.arn())
            .vpcConfig(
                ClusterVpcConfigArgs.builder()
                    .subnetIds(subnets.onePerZone())
                    .securityGroupIds(apiGroup.id().applyValue(List::of))
                    .endpointPrivateAccess(true)
                    .endpointPublicAccess(false)
                    .build())
            .kubernetesNetworkConfig(
                ClusterKubernetesNetworkConfigArgs.builder()
                    .ipFamily("ipv4")
                    .serviceIpv4Cidr(plan.serviceCidr())
                    .build())
            .accessConfig(
                ClusterAccessConfigArgs.builder()
                    .authenticationMode("API")
                    .bootstrapClusterCreatorAdminPermissions(true)
                    .build())
            .bootstrapSelfManagedAddons(false)
            .enabledClusterLogTypes(
                "api", "audit", "authenticator", "controllerManager", "scheduler")
            .upgradePolicy(ClusterUpgradePolicyArgs.builder().supportType("STANDARD").build())
            .tags(tags());
    builder.secretsKeyArn.ifPresent(
        arn ->
            args.encryptionConfig(
                ClusterEncryptionConfigArgs.builder()
                    .resources("secrets")
                    .provider(ClusterEncryptionConfigProviderArgs.builder().keyArn(arn).build())
                    .build()));
    List<Resource> needed = new ArrayList<>(role.policies());
    needed.add(logGroup);
    return new com.pulumi.aws.eks.Cluster(
        componentName(), args.build(), parentedAfter(needed.toArray(Resource[]::new)));
  }

  private void allow(String group, Output<String> roleArn, List<String> namespaces) {
    GroupAccess access = GroupAccess.of(group, namespaces);
    AccessEntry entry =
        new AccessEntry(
            child(group),
            AccessEntryArgs.builder()
                .clusterName(cluster.name())
                .principalArn(roleArn)
                .type("STANDARD")
                .tags(tags())
                .build(),
            parented());
    AccessPolicyAssociationAccessScopeArgs.Builder scope =
        AccessPolicyAssociationAccessScopeArgs.builder()
            .type(access.namespaces().isEmpty() ? "cluster" : "namespace");
    if (!access.namespaces().isEmpty()) {
      scope.namespaces(access.namespaces());
    }
    new AccessPolicyAssociation(
        child(group),
        AccessPolicyAssociationArgs.builder()
            .clusterName(cluster.name())
            .principalArn(roleArn)
            .policyArn(access.policyArn())
            .accessScope(scope.build())
            .build(),
        parentedAfter(entry));
  }

  /** The native cluster. */
  public com.pulumi.aws.eks.Cluster cluster() {
    return cluster;
  }

  public ClusterPlan plan() {
    return plan;
  }

  public AwsAccount account() {
    return account;
  }

  /** For what runs inside the cluster. */
  public Provider kubernetes() {
    return kubernetes;
  }

  /** Says who reaches the private API. */
  public SecurityGroup apiSecurityGroup() {
    return apiGroup;
  }

  public LogGroup logGroup() {
    return logGroup;
  }

  /** The group that EKS makes: nodes in it reach the API and each other. */
  public Output<String> nodeSecurityGroupId() {
    return cluster.vpcConfig().applyValue(config -> config.clusterSecurityGroupId().orElse(""));
  }

  /** The add-ons without which a node does not become ready. */
  List<Resource> neededByNodes() {
    return List.copyOf(neededByNodes);
  }

  /** Builds a {@link Cluster}; plan, account, VPC and subnets are required. */
  public static final class Builder extends ComponentBuilder<Cluster, Builder> {
    private @Nullable ClusterPlan plan;
    private @Nullable AwsAccount account;
    private @Nullable Output<String> vpcId;
    private @Nullable Subnets subnets;
    private Optional<Output<String>> secretsKeyArn = Optional.empty();
    private Optional<Output<String>> logKeyArn = Optional.empty();
    private int logRetentionDays = 365;
    private Map<String, Output<String>> groupRoles = Map.of();
    private List<String> namespaces = List.of();

    private Builder(String name) {
      super(name);
    }

    /** Version, addresses of services, and who reaches the API. */
    public Builder plan(ClusterPlan value) {
      plan = value;
      return this;
    }

    /** Account and region. */
    public Builder account(AwsAccount value) {
      account = value;
      return this;
    }

    /** The network in which it stands. */
    public Builder vpcId(Output<String> value) {
      vpcId = value;
      return this;
    }

    /** The private subnets; the control plane takes one in each zone. */
    public Builder subnets(Subnets value) {
      subnets = value;
      return this;
    }

    /** The key that encrypts Kubernetes secrets. Default: the one that AWS manages. */
    public Builder secretsKeyArn(Output<String> value) {
      secretsKeyArn = Optional.of(value);
      return this;
    }

    /** The key that encrypts the control plane's logs. Default: the one that AWS manages. */
    public Builder logKeyArn(Output<String> value) {
      logKeyArn = Optional.of(value);
      return this;
    }

    /** Days that the control plane's logs stay at the least. Default: 365. */
    public Builder logRetentionDays(int value) {
      logRetentionDays = value;
      return this;
    }

    /** ARNs of the roles that directory groups take. Default: none. */
    public Builder groupRoles(Map<String, Output<String>> value) {
      groupRoles = new TreeMap<>(value);
      return this;
    }

    /** The namespaces in which groups work. Default: none. */
    public Builder namespaces(List<String> value) {
      namespaces = List.copyOf(value);
      return this;
    }

    @Override
    public Cluster build() {
      return new Cluster(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
