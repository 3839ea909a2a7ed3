package dev.mlestate.gcp.cluster;

import com.pulumi.core.Output;
import com.pulumi.gcp.container.ClusterArgs;
import com.pulumi.gcp.container.inputs.ClusterAuthenticatorGroupsConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterBinaryAuthorizationArgs;
import com.pulumi.gcp.container.inputs.ClusterCostManagementConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterDatabaseEncryptionArgs;
import com.pulumi.gcp.container.inputs.ClusterIpAllocationPolicyArgs;
import com.pulumi.gcp.container.inputs.ClusterNodeConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterNodeConfigShieldedInstanceConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterNodeConfigWorkloadMetadataConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterReleaseChannelArgs;
import com.pulumi.gcp.container.inputs.ClusterWorkloadIdentityConfigArgs;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.identity.AccessGroups;
import dev.mlestate.gcp.identity.WorkAccount;
import dev.mlestate.gcp.logging.LogStore;
import dev.mlestate.gcp.network.Network;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Labels;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.planning.AddressRange;
import dev.mlestate.planning.AddressRange.Purpose;
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
 * A GKE cluster whose API is private and reached from named networks alone, with encrypted secrets,
 * shielded nodes of a service account of their own, Dataplane V2, workload identity, Binary
 * Authorization and all control-plane logs. It has no pool of its own: pools are {@link NodePool}s.
 *
 * <p>The version is where a cluster begins; the release channel carries it on before its support
 * ends.
 */
public final class Cluster extends EstateComponent {
  /** What a node's account may do (GKE documentation, "Harden your cluster"; not read). */
  private static final List<String> NODE_ROLES =
      List.of(
          "artifactregistry.reader",
          "logging.logWriter",
          "monitoring.metricWriter",
          "monitoring.viewer",
          "stackdriver.resourceMetadata.writer");

  static final String ALL_APIS = "https://www.googleapis.com/auth/cloud-platform";

  private final com.pulumi.gcp.container.Cluster cluster;
  private final ClusterPlan plan;
  private final GcpProject project;
  private final Network network;
  private final EncryptionKeys keys;
  private final WorkAccount nodes;
  private final LogStore logs;
  private final Provider kubernetes;

  private Cluster(Builder builder) {
    super("mlestate:gcp:Cluster", builder);
    plan = ComponentBuilder.required(builder.plan, "plan");
    project = ComponentBuilder.required(builder.project, "project");
    network = ComponentBuilder.required(builder.network, "network");
    keys = builder.keys;
    nodes = new WorkAccount(child("nodes"), "Nodes of " + componentName(), project, parented());
    NODE_ROLES.forEach(nodes::may);
    logs =
        new LogStore(
            child("logs"),
            project,
            "resource.labels.cluster_name=\"" + componentName() + "\"",
            builder.logRetentionDays,
            keys,
            parented());
    cluster = create(builder);
    kubernetes =
        new Provider(
            componentName(),
            ProviderArgs.builder()
                .kubeconfig(Kubeconfig.of(cluster, componentName()))
                .enableServerSideApply(true)
                .build(),
            parented());
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("endpoint", url());
    outputs.put("name", cluster.name());
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private com.pulumi.gcp.container.Cluster create(Builder builder) {
    ClusterArgs.Builder args =
        ClusterArgs.builder()
            .name(componentName())
            .project(project.id())
            .location(project.region())
            .nodeLocations(builder.zones)
            .description("Kubernetes for " + plan.name())
            .minMasterVersion(plan.version())
            .releaseChannel(ClusterReleaseChannelArgs.builder().channel("REGULAR").build())
            .network(network.id())
            .subnetwork(network.subnetOf(plan.name()))
            .networkingMode("VPC_NATIVE")
            .ipAllocationPolicy(addresses())
            .datapathProvider("ADVANCED_DATAPATH")
            .enableIntranodeVisibility(true)
            // Costs nothing, and to turn it on later would replace the cluster.
            .enableMultiNetworking(true)
            .privateClusterConfig(ClusterSettings.isolated(cidr(Purpose.CONTROL_PLANE)))
            .masterAuthorizedNetworksConfig(ClusterSettings.reachedFrom(plan.accessFrom()))
            .masterAuth(ClusterSettings.identitiesOnly())
            .enableLegacyAbac(false)
            .workloadIdentityConfig(
                ClusterWorkloadIdentityConfigArgs.builder().workloadPool(workloadPool()).build())
            .enableShieldedNodes(true)
            .binaryAuthorization(
                ClusterBinaryAuthorizationArgs.builder()
                    .evaluationMode("PROJECT_SINGLETON_POLICY_ENFORCE")
                    .build())
            .securityPostureConfig(ClusterSettings.posture())
            .loggingConfig(ClusterSettings.logs())
            .monitoringConfig(ClusterSettings.metrics())
            .costManagementConfig(ClusterCostManagementConfigArgs.builder().enabled(true).build())
            .maintenancePolicy(ClusterSettings.weekends())
            .addonsConfig(ClusterSettings.addons())
            .removeDefaultNodePool(true)
            .initialNodeCount(1)
            .nodeConfig(firstNode())
            // An estate's destroy must be able to delete it; who may run destroy is guarded by IAM.
            .deletionProtection(false)
            .resourceLabels(Labels.of(tags()));
    keys.id(KeyDomain.SECRETS)
        .ifPresent(
            key ->
                args.databaseEncryption(
                    ClusterDatabaseEncryptionArgs.builder()
                        .state("ENCRYPTED")
                        .keyName(key)
                        .build()));
    directory(builder.groups)
        .ifPresent(
            group ->
                args.authenticatorGroupsConfig(
                    ClusterAuthenticatorGroupsConfigArgs.builder().securityGroup(group).build()));
    List<Resource> needed = new ArrayList<>(nodes.grants());
    needed.addAll(keys.grants(KeyDomain.SECRETS));
    needed.addAll(keys.grants(KeyDomain.COMPUTE));
    return new com.pulumi.gcp.container.Cluster(
        componentName(),
        args.build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(needed)
            // The pool that these are for is gone at once; what is read later is another pool's.
            .ignoreChanges("nodeConfig")
            .deleteBeforeReplace(true)
            .build());
  }

  private ClusterIpAllocationPolicyArgs addresses() {
    return ClusterIpAllocationPolicyArgs.builder()
        .clusterSecondaryRangeName(range(Purpose.PODS).name())
        .servicesSecondaryRangeName(range(Purpose.SERVICES).name())
        .stackType("IPV4")
        .build();
  }

  private AddressRange range(Purpose purpose) {
    return network
        .range(plan.name(), purpose)
        .orElseThrow(
            () -> new IllegalStateException("the plan has no " + purpose + " of " + plan.name()));
  }

  private String cidr(Purpose purpose) {
    return range(purpose)
        .cidr()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the plan has no addresses for " + purpose + " of " + plan.name()));
  }

  /** GKE cannot make a cluster without a pool; the one it makes is removed at once. */
  private ClusterNodeConfigArgs firstNode() {
    ClusterNodeConfigArgs.Builder args =
        ClusterNodeConfigArgs.builder()
            .serviceAccount(nodes.email())
            .oauthScopes(ALL_APIS)
            .shieldedInstanceConfig(
                ClusterNodeConfigShieldedInstanceConfigArgs.builder()
                    .enableIntegrityMonitoring(true)
                    .enableSecureBoot(true)
                    .build())
            .workloadMetadataConfig(
                ClusterNodeConfigWorkloadMetadataConfigArgs.builder().mode("GKE_METADATA").build());
    keys.id(KeyDomain.COMPUTE).ifPresent(args::bootDiskKmsKey);
    return args.build();
  }

  /**
   * The one group of the directory whose member groups GKE knows (GKE documentation, "Configure
   * Google Groups for RBAC"; general knowledge, not read).
   */
  private static Optional<String> directory(AccessGroups groups) {
    return groups.members().values().stream()
        .map(member -> "gke-security-groups" + member.substring(member.indexOf('@')))
        .findFirst();
  }

  private String workloadPool() {
    return project.id() + ".svc.id.goog";
  }

  /** The native cluster. */
  public com.pulumi.gcp.container.Cluster cluster() {
    return cluster;
  }

  /** The private API's URL. */
  public Output<String> url() {
    return Kubeconfig.url(cluster);
  }

  public ClusterPlan plan() {
    return plan;
  }

  public GcpProject project() {
    return project;
  }

  /** The network in which it stands. */
  Network network() {
    return network;
  }

  /** What its nodes' disks are encrypted with. */
  EncryptionKeys keys() {
    return keys;
  }

  /** In whose name its nodes act. */
  public WorkAccount nodes() {
    return nodes;
  }

  /** Where its logs stay. */
  public LogStore logs() {
    return logs;
  }

  /** For what runs inside the cluster. */
  public Provider kubernetes() {
    return kubernetes;
  }

  /** Builds a {@link Cluster}; plan, project and network are required. */
  public static final class Builder extends ComponentBuilder<Cluster, Builder> {
    private @Nullable ClusterPlan plan;
    private @Nullable GcpProject project;
    private @Nullable Network network;
    private EncryptionKeys keys = EncryptionKeys.providerManaged();
    private AccessGroups groups = AccessGroups.of(Map.of());
    private List<String> zones = List.of();
    private int logRetentionDays = 365;

    private Builder(String name) {
      super(name);
    }

    /** Version, pools, and who reaches the API. */
    public Builder plan(ClusterPlan value) {
      plan = value;
      return this;
    }

    /** Project and region. */
    public Builder project(GcpProject value) {
      project = value;
      return this;
    }

    /** The network in which it stands, with the ranges of its pods and services. */
    public Builder network(Network value) {
      network = value;
      return this;
    }

    /** The keys of secrets, disks and logs. Default: those that Google manages. */
    public Builder keys(EncryptionKeys value) {
      keys = value;
      return this;
    }

    /** Groups that work in it. Default: none. */
    public Builder groups(AccessGroups value) {
      groups = value;
      return this;
    }

    /** Zones of nodes. Default: those that GKE chooses. */
    public Builder zones(List<String> value) {
      zones = List.copyOf(value);
      return this;
    }

    /** Days that its logs stay. Default: 365. */
    public Builder logRetentionDays(int value) {
      logRetentionDays = value;
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
