package dev.mlestate.azure.cluster;

import com.pulumi.azurenative.containerservice.ManagedClusterArgs;
import com.pulumi.azurenative.containerservice.enums.Expander;
import com.pulumi.azurenative.containerservice.enums.KeyVaultNetworkAccessTypes;
import com.pulumi.azurenative.containerservice.enums.KubernetesSupportPlan;
import com.pulumi.azurenative.containerservice.enums.LoadBalancerSku;
import com.pulumi.azurenative.containerservice.enums.ManagedClusterSKUName;
import com.pulumi.azurenative.containerservice.enums.ManagedClusterSKUTier;
import com.pulumi.azurenative.containerservice.enums.NetworkDataplane;
import com.pulumi.azurenative.containerservice.enums.NetworkPlugin;
import com.pulumi.azurenative.containerservice.enums.NetworkPolicy;
import com.pulumi.azurenative.containerservice.enums.OutboundType;
import com.pulumi.azurenative.containerservice.enums.ResourceIdentityType;
import com.pulumi.azurenative.containerservice.enums.UpgradeChannel;
import com.pulumi.azurenative.containerservice.inputs.AzureKeyVaultKmsArgs;
import com.pulumi.azurenative.containerservice.inputs.ContainerServiceNetworkProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAADProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAPIServerAccessProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAddonProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAgentPoolProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAutoUpgradeProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterIdentityArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterOIDCIssuerProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterPropertiesAutoScalerProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterSKUArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterSecurityProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterSecurityProfileDefenderArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterSecurityProfileDefenderSecurityMonitoringArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterSecurityProfileImageCleanerArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterSecurityProfileWorkloadIdentityArgs;
import com.pulumi.azurenative.containerservice.inputs.UserAssignedIdentityArgs;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.core.Output;
import dev.mlestate.azure.encryption.EncryptionKey;
import dev.mlestate.azure.monitoring.LogDestination;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.planning.ClusterPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an AKS cluster is made of.
 *
 * @param identityId of the control plane
 * @param kubelet identity of the nodes
 * @param diskEncryptionSetId empty: disks are encrypted with Microsoft's keys
 * @param secretsKey empty: so are the cluster's secrets
 * @param privateDnsZone empty: AKS makes one
 * @param gateway whether the subnet goes out by a NAT gateway
 */
record ClusterArguments(
    String name,
    ClusterPlan plan,
    AzureSubscription subscription,
    Output<String> resourceGroup,
    Output<String> identityId,
    UserAssignedIdentity kubelet,
    ManagedClusterAgentPoolProfileArgs systemPool,
    Optional<Output<String>> diskEncryptionSetId,
    Optional<EncryptionKey> secretsKey,
    Optional<String> privateDnsZone,
    Optional<LogDestination> logs,
    boolean gateway,
    Map<String, String> tags) {
  /** Hours between two looks for images that nobody uses: a week. */
  private static final int CLEANING_HOURS = 168;

  ManagedClusterArgs build() {
    ManagedClusterArgs.Builder args =
        ManagedClusterArgs.builder()
            .resourceName(name)
            .resourceGroupName(resourceGroup)
            .location(subscription.location())
            .nodeResourceGroup(name + "-nodes")
            .dnsPrefix(name)
            .kubernetesVersion(plan.version())
            .supportPlan(KubernetesSupportPlan.KubernetesOfficial)
            .sku(
                ManagedClusterSKUArgs.builder()
                    .name(ManagedClusterSKUName.Base)
                    .tier(ManagedClusterSKUTier.Standard)
                    .build())
            .identity(
                ManagedClusterIdentityArgs.builder()
                    .type(ResourceIdentityType.UserAssigned)
                    .userAssignedIdentities(identityId.applyValue(List::of))
                    .build())
            .identityProfile(
                Map.of(
                    "kubeletidentity",
                    UserAssignedIdentityArgs.builder()
                        .resourceId(kubelet.id())
                        .clientId(kubelet.clientId())
                        .objectId(kubelet.principalId())
                        .build()))
            .agentPoolProfiles(systemPool)
            .apiServerAccessProfile(
                ManagedClusterAPIServerAccessProfileArgs.builder()
                    .enablePrivateCluster(true)
                    .enablePrivateClusterPublicFQDN(false)
                    .privateDNSZone(privateDnsZone.orElse("system"))
                    // What runs commands in the cluster for who cannot reach it.
                    .disableRunCommand(true)
                    .build())
            .enableRBAC(true)
            .disableLocalAccounts(true)
            .aadProfile(
                ManagedClusterAADProfileArgs.builder()
                    .managed(true)
                    .enableAzureRBAC(true)
                    .tenantID(subscription.tenantId())
                    .build())
            .oidcIssuerProfile(ManagedClusterOIDCIssuerProfileArgs.builder().enabled(true).build())
            .networkProfile(network())
            .securityProfile(security())
            .addonProfiles(addons())
            .autoUpgradeProfile(
                ManagedClusterAutoUpgradeProfileArgs.builder()
                    .upgradeChannel(UpgradeChannel.Patch)
                    .build())
            .autoScalerProfile(
                ManagedClusterPropertiesAutoScalerProfileArgs.builder()
                    .expander(Expander.Priority)
                    .build())
            .tags(tags);
    diskEncryptionSetId.ifPresent(args::diskEncryptionSetID);
    return args.build();
  }

  /** Pods have addresses of the subnet, which was planned for them. */
  private ContainerServiceNetworkProfileArgs network() {
    return ContainerServiceNetworkProfileArgs.builder()
        .networkPlugin(NetworkPlugin.Azure)
        .networkDataplane(NetworkDataplane.Cilium)
        .networkPolicy(NetworkPolicy.Cilium)
        .loadBalancerSku(LoadBalancerSku.Standard)
        .outboundType(
            gateway ? OutboundType.UserAssignedNATGateway : OutboundType.UserDefinedRouting)
        .serviceCidr(plan.serviceCidr())
        .dnsServiceIP(ServiceAddresses.dns(plan.serviceCidr()))
        .build();
  }

  private ManagedClusterSecurityProfileArgs security() {
    ManagedClusterSecurityProfileArgs.Builder args =
        ManagedClusterSecurityProfileArgs.builder()
            .workloadIdentity(
                ManagedClusterSecurityProfileWorkloadIdentityArgs.builder().enabled(true).build())
            .imageCleaner(
                ManagedClusterSecurityProfileImageCleanerArgs.builder()
                    .enabled(true)
                    .intervalHours(CLEANING_HOURS)
                    .build());
    secretsKey.ifPresent(key -> args.azureKeyVaultKms(keyService(key)));
    logs.ifPresent(
        destination ->
            args.defender(
                ManagedClusterSecurityProfileDefenderArgs.builder()
                    .logAnalyticsWorkspaceResourceId(destination.workspaceId())
                    .securityMonitoring(
                        ManagedClusterSecurityProfileDefenderSecurityMonitoringArgs.builder()
                            .enabled(true)
                            .build())
                    .build()));
    return args.build();
  }

  private static AzureKeyVaultKmsArgs keyService(EncryptionKey key) {
    AzureKeyVaultKmsArgs.Builder args =
        AzureKeyVaultKmsArgs.builder().enabled(true).keyId(key.versionedUri());
    return key.vaultId()
        .map(
            vault ->
                args.keyVaultNetworkAccess(KeyVaultNetworkAccessTypes.Private)
                    .keyVaultResourceId(vault)
                    .build())
        .orElseGet(() -> args.keyVaultNetworkAccess(KeyVaultNetworkAccessTypes.Public).build());
  }

  private static Map<String, ManagedClusterAddonProfileArgs> addons() {
    Map<String, ManagedClusterAddonProfileArgs> addons = new TreeMap<>();
    addons.put("azurepolicy", ManagedClusterAddonProfileArgs.builder().enabled(true).build());
    addons.put(
        "azureKeyvaultSecretsProvider",
        ManagedClusterAddonProfileArgs.builder()
            .enabled(true)
            .config(Map.of("enableSecretRotation", "true", "rotationPollInterval", "2m"))
            .build());
    return addons;
  }
}
