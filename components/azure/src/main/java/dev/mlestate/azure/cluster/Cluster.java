package dev.mlestate.azure.cluster;

import com.pulumi.azurenative.compute.DiskEncryptionSet;
import com.pulumi.azurenative.containerservice.MaintenanceConfiguration;
import com.pulumi.azurenative.containerservice.MaintenanceConfigurationArgs;
import com.pulumi.azurenative.containerservice.ManagedCluster;
import com.pulumi.azurenative.containerservice.enums.WeekDay;
import com.pulumi.azurenative.containerservice.inputs.TimeInWeekArgs;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.encryption.DiskEncryption;
import dev.mlestate.azure.encryption.EncryptionKey;
import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.Principal;
import dev.mlestate.azure.identity.RoleGrants;
import dev.mlestate.azure.monitoring.Diagnostics;
import dev.mlestate.azure.monitoring.LogDestination;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.kubernetes.AutoscalerPriorities;
import dev.mlestate.model.KeyDomain;
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
 * An AKS cluster whose API is private, opened by Entra identities and Azure's roles alone, with
 * encrypted secrets and disks, workload identity, eBPF networking with network policies, all
 * control-plane logs, and patches by itself at night. The pool of AKS's own software is a part of
 * it; others are {@link NodePool}s.
 *
 * <p>Secrets are encrypted with a key of a private vault. Since 2024-09-15 AKS lets new
 * subscriptions do so only with API Server VNet Integration ("Add Key Management Service etcd
 * encryption", read 2026-11-24), which the API version of this SDK and those of the plugins up to
 * 2.90 do not have: there, a key of the company's in a vault that all networks reach is the way.
 */
public final class Cluster extends EstateComponent {
  /** What the control plane says; kube-audit-admin leaves out what only reads. */
  private static final List<String> LOGS =
      List.of(
          "cloud-controller-manager",
          "cluster-autoscaler",
          "guard",
          "kube-apiserver",
          "kube-audit-admin",
          "kube-controller-manager",
          "kube-scheduler");

  private final AzureSubscription subscription;
  private final Providers providers;
  private final Output<String> resourceGroup;
  private final ClusterPlan plan;
  private final SystemPool systemPool;
  private final ClusterIdentity identity;
  private final UserAssignedIdentity kubelet;
  private final ManagedCluster cluster;
  private final Provider kubernetes;
  private @Nullable DiskEncryptionSet disks;

  private Cluster(Builder builder) {
    super("mlestate:azure:Cluster", builder);
    subscription = ComponentBuilder.required(builder.subscription, "subscription");
    providers = ComponentBuilder.required(builder.providers, "providers");
    resourceGroup = ComponentBuilder.required(builder.resourceGroup, "resourceGroup");
    plan = ComponentBuilder.required(builder.plan, "plan");
    systemPool = SystemPool.of(plan);
    Output<String> subnetId = ComponentBuilder.required(builder.subnetId, "subnetId");
    identity = controlPlaneIdentity(builder.existingIdentity);
    kubelet =
        ClusterIdentity.userAssigned(
            child("kubelet"), resourceGroup, subscription, tags(), parented());
    builder.keys.key(KeyDomain.COMPUTE).ifPresent(key -> disks = encryptDisks(key));
    grantRoles(builder, subnetId);
    cluster = createCluster(builder, subnetId);
    List<Resource> access = new ArrayList<>(List.of(administrator()));
    builder.groups.forEach((name, group) -> access.addAll(allow(name, group, builder.namespaces)));
    builder.logs.ifPresent(this::log);
    maintain();
    kubernetes =
        new Provider(
            componentName(),
            ProviderArgs.builder()
                .kubeconfig(
                    Kubeconfig.of(cluster, componentName(), resourceGroup, providers.standard()))
                .enableServerSideApply(true)
                .build(),
            // Who brings up the estate may do nothing in the cluster before.
            parentedAfter(access.get(0)));
    AutoscalerPriorities.create(
        child("priorities"),
        CapacityOrder.priorities(plan.nodePools()),
        CustomResourceOptions.builder().parent(this).provider(kubernetes).build());
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("endpoint", endpoint());
    outputs.put("name", cluster.name());
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private ClusterIdentity controlPlaneIdentity(Optional<String> existing) {
    String name = child("control-plane");
    return existing
        .map(
            id ->
                ClusterIdentity.existing(name, id, subscription, providers.standard(), parented()))
        .orElseGet(
            () -> ClusterIdentity.create(name, resourceGroup, subscription, tags(), parented()));
  }

  private DiskEncryptionSet encryptDisks(EncryptionKey key) {
    return DiskEncryption.create(
        child("disks"), key, resourceGroup, subscription.location(), tags(), parented());
  }

  /**
   * What the control plane does outside its own resource group (AKS documentation, "Use a managed
   * identity in AKS" and "Add Key Management Service etcd encryption", read 2026-11-24).
   */
  private void grantRoles(Builder builder, Output<String> subnetId) {
    identity.grant("subnet", BuiltInRole.NETWORK_CONTRIBUTOR, subnetId);
    identity.grant("kubelet", BuiltInRole.MANAGED_IDENTITY_OPERATOR, kubelet.id());
    if (disks != null) {
      identity.grant("disks", BuiltInRole.READER, disks.id());
    }
    builder
        .keys
        .key(KeyDomain.SECRETS)
        .flatMap(EncryptionKey::vaultId)
        .ifPresent(
            vault -> {
              identity.grant("secrets", BuiltInRole.KEY_VAULT_CRYPTO_USER, vault);
              identity.grant("vault", BuiltInRole.KEY_VAULT_CONTRIBUTOR, vault);
            });
  }

  private ManagedCluster createCluster(Builder builder, Output<String> subnetId) {
    ClusterArguments arguments =
        new ClusterArguments(
            componentName(),
            plan,
            subscription,
            resourceGroup,
            identity.id(),
            kubelet,
            systemPool.args(subnetId, builder.poolTags.apply(systemPool.pool().team())),
            Optional.ofNullable(disks).map(DiskEncryptionSet::id),
            builder.keys.key(KeyDomain.SECRETS),
            builder.privateDnsZone,
            builder.logs,
            builder.gateway,
            tags());
    List<Resource> needed = new ArrayList<>(identity.grants());
    builder.keys.key(KeyDomain.SECRETS).ifPresent(key -> needed.addAll(key.identity().grants()));
    needed.addAll(builder.after);
    return new ManagedCluster(
        componentName(),
        arguments.build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(needed)
            // The autoscaler says how many nodes there are.
            .ignoreChanges("agentPoolProfiles[0].count")
            .deleteBeforeReplace(true)
            .build());
  }

  /**
   * Who brought up the cluster installs what runs in it. It stays that one: whoever runs the
   * program next is let in by the groups.
   */
  private Resource administrator() {
    return RoleGrants.grant(
        child("administrator"),
        BuiltInRole.AKS_RBAC_CLUSTER_ADMIN,
        cluster.id(),
        Principal.caller("who brought it up", subscription.callerId()),
        subscription,
        CustomResourceOptions.builder().parent(this).ignoreChanges("principalId").build());
  }

  private List<Resource> allow(String name, Principal group, List<String> namespaces) {
    GroupAccess access = GroupAccess.of(name, namespaces);
    List<Resource> grants = new ArrayList<>();
    grants.add(
        RoleGrants.grant(
            child(name + "-user"),
            BuiltInRole.AKS_CLUSTER_USER,
            cluster.id(),
            group,
            subscription,
            parented()));
    if (access.namespaces().isEmpty()) {
      grants.add(
          RoleGrants.grant(
              child(name), access.role(), cluster.id(), group, subscription, parented()));
    }
    for (String namespace : access.namespaces()) {
      grants.add(
          RoleGrants.grant(
              child(name + "-" + namespace),
              access.role(),
              cluster.id().applyValue(id -> id + "/namespaces/" + namespace),
              group,
              subscription,
              parented()));
    }
    return grants;
  }

  private void log(LogDestination destination) {
    var unused = Diagnostics.send(child("logs"), cluster.id(), destination, LOGS, parented());
  }

  /** Upgrades come in the night from Saturday to Sunday, by UTC. */
  private void maintain() {
    new MaintenanceConfiguration(
        child("maintenance"),
        MaintenanceConfigurationArgs.builder()
            .configName("default")
            .resourceGroupName(resourceGroup)
            .resourceName(cluster.name())
            .timeInWeek(TimeInWeekArgs.builder().day(WeekDay.Sunday).hourSlots(1, 2, 3, 4).build())
            .build(),
        parented());
  }

  /** The native cluster. */
  public ManagedCluster cluster() {
    return cluster;
  }

  public ClusterPlan plan() {
    return plan;
  }

  /** URL of the private API. */
  public Output<String> endpoint() {
    return Kubeconfig.endpoint(cluster);
  }

  /** For what runs inside the cluster. */
  public Provider kubernetes() {
    return kubernetes;
  }

  /** The identity with which nodes pull images. */
  public UserAssignedIdentity kubeletIdentity() {
    return kubelet;
  }

  /** Where the customer owns the keys. */
  public Optional<DiskEncryptionSet> diskEncryptionSet() {
    return Optional.ofNullable(disks);
  }

  AzureSubscription subscription() {
    return subscription;
  }

  Providers providers() {
    return providers;
  }

  Output<String> resourceGroup() {
    return resourceGroup;
  }

  SystemPool systemPool() {
    return systemPool;
  }

  Principal controlPlane() {
    return identity.principal();
  }

  /** Builds a {@link Cluster}; plan, subscription, providers, group and subnet are required. */
  public static final class Builder extends ClusterBuilder<Cluster, Builder> {
    private Builder(String name) {
      super(name);
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
