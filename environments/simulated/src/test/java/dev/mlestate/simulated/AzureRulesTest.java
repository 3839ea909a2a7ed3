package dev.mlestate.simulated;

import static dev.mlestate.simulated.AzureEstate.CLUSTER;
import static dev.mlestate.simulated.AzureEstate.CRYPTO_USER;
import static dev.mlestate.simulated.AzureEstate.GROUP_ID;
import static dev.mlestate.simulated.AzureEstate.NETWORK;
import static dev.mlestate.simulated.AzureEstate.STORAGE;
import static dev.mlestate.simulated.AzureEstate.VAULT;
import static dev.mlestate.simulated.AzureEstate.identityId;
import static dev.mlestate.simulated.AzureEstate.in;
import static dev.mlestate.wire.PropertyValues.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Azure refuses that no schema says: the traps that users of it fall into. */
class AzureRulesTest {
  private static final String REGISTRY = "azure-native:containerregistry:Registry";
  private static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
  private static final String ZONE_CONTRIBUTOR = "b12aa53e-6015-4669-85d0-8515ebb3ae7f";

  private final Path folder;
  private AzureEstate estate;

  AzureRulesTest(@TempDir Path folder) {
    this.folder = folder;
    this.estate = new AzureEstate(folder);
  }

  @BeforeEach
  void begin() {
    estate = estate.withGroup();
  }

  private static Obj encrypted(String identity) {
    return in(
        "accountName",
        "visionraw",
        "kind",
        "StorageV2",
        "sku",
        object("name", "Standard_LRS"),
        "identity",
        object("type", "UserAssigned", "userAssignedIdentities", List.of(identityId(identity))),
        "encryption",
        object(
            "keySource",
            "Microsoft.Keyvault",
            "keyVaultProperties",
            object("keyName", "data", "keyVaultUri", "https://vision-kv.vault.azure.net/")));
  }

  @Test
  void encryptsOnlyWithAKeyThatTheIdentityMayUseAlready() {
    String principal = estate.identity("data");
    assertThatThrownBy(() -> estate.azure.make(STORAGE, "raw", encrypted("data")))
        .hasMessageContaining("KeyVaultNotFound");
    String vault = estate.vault();
    assertThatThrownBy(() -> estate.azure.make(STORAGE, "raw", encrypted("data")))
        .hasMessageContaining("KeyNotFound");
    String key = estate.key("data");
    assertThatThrownBy(() -> estate.azure.make(STORAGE, "raw", encrypted("data")))
        .hasMessageContaining("KeyVaultAccessForbidden")
        .hasMessageContaining("Key Vault Crypto Service Encryption User first");
    estate.give(principal, READER, vault);
    assertThatThrownBy(() -> estate.azure.make(STORAGE, "raw", encrypted("data")))
        .hasMessageContaining("KeyVaultAccessForbidden");
    estate.give(principal, CRYPTO_USER, key);
    assertThat(estate.azure.make(STORAGE, "raw", encrypted("data"))).endsWith("/visionraw");
  }

  @Test
  void encryptsWithNoKeyThatSomebodyCanPurge() {
    String principal = estate.identity("data");
    String vault = estate.azure.make(VAULT, "kv", AzureEstate.vault("vision-kv"));
    estate.key("data");
    estate.give(principal, CRYPTO_USER, vault);
    assertThatThrownBy(() -> estate.azure.make(STORAGE, "raw", encrypted("data")))
        .hasMessageContaining("must have soft delete and purge protection enabled");
  }

  @Test
  void leavesTheCompanysOwnVaultToTheCompany() {
    AzureEstate again =
        new AzureEstate(folder, Set.of("https://vision-kv.vault.azure.net/keys/data"));
    again.identity("data");
    assertThat(again.azure.make(STORAGE, "raw", encrypted("data"))).endsWith("/visionraw");
  }

  @Test
  void givesRolesOnceAndToWhoIsThere() {
    String principal = estate.identity("runner");
    estate.give(principal, READER, GROUP_ID);
    Obj again =
        PropertyValues.with(
            AzureEstate.assignment(principal, READER, GROUP_ID),
            "roleAssignmentName",
            PropertyValues.of("22222222-0000-4000-8000-000000000000"));
    assertThatThrownBy(() -> estate.azure.make(AzureEstate.ASSIGNMENT, "again", again))
        .hasMessageContaining("RoleAssignmentExists");
    assertThatThrownBy(() -> estate.give("99999999-0000-4000-8000-000000000000", READER, GROUP_ID))
        .hasMessageContaining("PrincipalNotFound");
    assertThatThrownBy(
            () -> estate.give(principal, "99999999-0000-4000-8000-000000000000", GROUP_ID))
        .hasMessageContaining("RoleDefinitionDoesNotExist");
    assertThatThrownBy(() -> estate.give(principal, READER, GROUP_ID + "x"))
        .hasMessageContaining("ResourceGroupNotFound");
    assertThatThrownBy(() -> estate.give("runner", READER, GROUP_ID))
        .hasMessageContaining("InvalidPrincipalId");
  }

  @Test
  void keepsSubnetsApartAndWithinTheirNetwork() {
    estate.network();
    estate.subnet("nodes", "10.42.0.0/22");
    assertThatThrownBy(() -> estate.subnet("more", "10.42.2.0/24"))
        .hasMessageContaining("NetcfgSubnetRangesOverlap")
        .hasMessageContaining("10.42.0.0/22");
    assertThatThrownBy(() -> estate.subnet("away", "10.43.0.0/24"))
        .hasMessageContaining("NetcfgInvalidSubnet")
        .hasMessageContaining("10.42.0.0/16");
    assertThatThrownBy(() -> estate.subnet("tiny", "10.42.9.0/30"))
        .hasMessageContaining("/29 is the smallest");
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    NETWORK,
                    "inline",
                    in(
                        "virtualNetworkName",
                        "inline",
                        "addressSpace",
                        object("addressPrefixes", List.of("10.9.0.0/16")),
                        "subnets",
                        List.of(
                            object("name", "a", "addressPrefix", "10.9.0.0/24"),
                            object("name", "b", "addressPrefix", "10.9.0.128/25")))))
        .hasMessageContaining("NetcfgSubnetRangesOverlap");
  }

  @Test
  void keepsAddressesThatAreInUse() {
    String network = estate.network();
    String subnet = estate.subnet("endpoints", "10.42.8.0/24");
    assertThatThrownBy(
            () ->
                estate.azure.update(
                    NETWORK,
                    "net",
                    network,
                    PropertyValues.EMPTY,
                    in(
                        "virtualNetworkName",
                        "net",
                        "location",
                        "eastus",
                        "addressSpace",
                        object("addressPrefixes", List.of("10.77.0.0/16"))),
                    false))
        .hasMessageContaining("InUsePrefixCannotBeDeleted")
        .hasMessageContaining("10.42.8.0/24");
    Obj moved =
        in("subnetName", "endpoints", "virtualNetworkName", "net", "addressPrefix", "10.42.9.0/24");
    estate.azure.make(
        "azure-native:network:PrivateEndpoint", "e", endpoint(subnet, estate.vault(), "vault"));
    assertThatThrownBy(
            () ->
                estate.azure.update(
                    AzureEstate.SUBNET, "endpoints", subnet, PropertyValues.EMPTY, moved, false))
        .hasMessageContaining("privateEndpoints/e is in it");
  }

  @Test
  void upgradesClustersByOneMinorVersion() {
    List<Obj> pools = List.of(object("name", "system", "mode", "System", "count", 1));
    Obj first = cluster("kubernetesVersion", "1.33", "agentPoolProfiles", pools);
    String id = estate.azure.make(CLUSTER, "train", first);
    for (String wrong : List.of("1.32", "1.35")) {
      assertThatThrownBy(
              () ->
                  estate.azure.update(
                      CLUSTER,
                      "train",
                      id,
                      PropertyValues.EMPTY,
                      cluster("kubernetesVersion", wrong, "agentPoolProfiles", pools),
                      false))
          .hasMessageContaining("goes up by one minor version at a time");
    }
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    "azure-native:containerservice:AgentPool",
                    "s",
                    in(
                        "agentPoolName",
                        "s",
                        "resourceName",
                        "train",
                        "orchestratorVersion",
                        "1.34")))
        .hasMessageContaining("NodePoolMcVersionIncompatible");
  }

  private Obj cluster(Object... pairs) {
    Object[] all = new Object[pairs.length + 2];
    System.arraycopy(pairs, 0, all, 2, pairs.length);
    all[0] = "dnsPrefix";
    all[1] = "train";
    return in("resourceName", "train", all);
  }

  private static Obj pool(String subnet, int count, int pods) {
    return object(
        "name",
        "system",
        "mode",
        "System",
        "count",
        count,
        "maxPods",
        pods,
        "vnetSubnetID",
        subnet);
  }

  @Test
  void wantsAnAddressForEveryNodeAndPod() {
    estate.network();
    String subnet = estate.subnet("nodes", "10.42.0.0/26");
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    CLUSTER,
                    "train",
                    cluster(
                        "networkProfile",
                        object("networkPlugin", "azure", "serviceCidr", "10.100.0.0/16"),
                        "agentPoolProfiles",
                        List.of(pool(subnet, 2, 30)))))
        .hasMessageContaining(
            "InsufficientSubnetSize: Pre-allocated IPs 62 exceeds IPs available 59 in Subnet Cidr 10.42.0.0/26");
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    CLUSTER,
                    "train",
                    cluster(
                        "networkProfile",
                        object("networkPlugin", "azure", "serviceCidr", "10.42.128.0/20"),
                        "agentPoolProfiles",
                        List.of(pool(subnet, 1, 30)))))
        .hasMessageContaining("ServiceCidrOverlapExistingSubnetsCidr");
    assertThat(
            estate.azure.make(
                CLUSTER,
                "train",
                cluster(
                    "networkProfile",
                    object("networkPlugin", "azure", "networkPluginMode", "overlay"),
                    "agentPoolProfiles",
                    List.of(pool(subnet, 2, 250)))))
        .endsWith("/managedClusters/train");
    assertThatThrownBy(() -> estate.azure.delete(AzureEstate.SUBNET, "nodes", subnet))
        .hasMessageContaining("InUseSubnetCannotBeDeleted");
  }

  @Test
  void refusesPoolsThatContradictThemselves() {
    assertThatThrownBy(() -> estate.azure.make(CLUSTER, "train", cluster()))
        .hasMessageContaining("at least one system pool");
    estate.azure.make(
        CLUSTER,
        "train",
        cluster(
            "agentPoolProfiles", List.of(object("name", "system", "mode", "System", "count", 1))));
    String type = "azure-native:containerservice:AgentPool";
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    type,
                    "s",
                    in(
                        "agentPoolName",
                        "s",
                        "resourceName",
                        "train",
                        "mode",
                        "System",
                        "scaleSetPriority",
                        "Spot")))
        .hasMessageContaining("not allowed in a system pool");
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    type,
                    "s",
                    in(
                        "agentPoolName",
                        "s",
                        "resourceName",
                        "train",
                        "enableAutoScaling",
                        true,
                        "minCount",
                        3,
                        "maxCount",
                        2)))
        .hasMessageContaining("minCount not above maxCount");
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    type, "s", in("agentPoolName", "s", "resourceName", "train", "minCount", 1)))
        .hasMessageContaining("need enableAutoScaling");
    assertThat(
            estate.azure.make(
                type,
                "l4",
                in(
                    "agentPoolName",
                    "l4",
                    "resourceName",
                    "train",
                    "scaleSetPriority",
                    "Spot",
                    "scaleSetEvictionPolicy",
                    "Delete",
                    "enableAutoScaling",
                    true,
                    "count",
                    0,
                    "minCount",
                    0,
                    "maxCount",
                    3)))
        .endsWith("/agentPools/l4");
  }

  @Test
  void writesIntoAPrivateZoneOnlyWithPermission() {
    String principal = estate.identity("train");
    String zone =
        estate.azure.make(
            "azure-native:network:PrivateZone",
            "zone",
            in("privateZoneName", "privatelink.eastus.azmk8s.io", "location", "global"));
    Obj wanted =
        cluster(
            "identity",
            object("type", "UserAssigned", "userAssignedIdentities", List.of(identityId("train"))),
            "apiServerAccessProfile",
            object("enablePrivateCluster", true, "privateDNSZone", zone),
            "agentPoolProfiles",
            List.of(object("name", "system", "mode", "System", "count", 1)));
    assertThatThrownBy(() -> estate.azure.make(CLUSTER, "train", wanted))
        .hasMessageContaining("CustomPrivateDNSZoneMissingPermissionError");
    estate.give(principal, ZONE_CONTRIBUTOR, zone);
    assertThat(estate.azure.make(CLUSTER, "train", wanted)).endsWith("/train");
  }

  @Test
  void linksZonesOnceAndEmptiesThemFirst() {
    String network = estate.network();
    String zone =
        estate.azure.make(
            "azure-native:network:PrivateZone",
            "zone",
            in("privateZoneName", "privatelink.blob.core.windows.net", "location", "global"));
    String type = "azure-native:network:VirtualNetworkLink";
    Obj link =
        in(
            "virtualNetworkLinkName",
            "one",
            "privateZoneName",
            "privatelink.blob.core.windows.net",
            "location",
            "global",
            "virtualNetwork",
            object("id", network));
    String made = estate.azure.make(type, "one", link);
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    type,
                    "two",
                    PropertyValues.with(link, "virtualNetworkLinkName", PropertyValues.of("two"))))
        .hasMessageContaining("cannot be linked to multiple zones");
    assertThatThrownBy(() -> estate.azure.delete("azure-native:network:PrivateZone", "zone", zone))
        .hasMessageContaining("nested resources exist");
    estate.azure.delete(type, "one", made);
    estate.azure.delete("azure-native:network:PrivateZone", "zone", zone);
    assertThat(estate.cloud.inventory()).hasSize(2);
  }

  @Test
  void leadsPrivateEndpointsOnlyToWhatTheServiceHas() {
    estate.network();
    String subnet = estate.subnet("endpoints", "10.42.8.0/24");
    String vault = estate.vault();
    String type = "azure-native:network:PrivateEndpoint";
    assertThatThrownBy(() -> estate.azure.make(type, "e", endpoint(subnet, vault, "blob")))
        .hasMessageContaining("'blob' is no group of Microsoft.KeyVault/vaults; it has [vault]");
    assertThatThrownBy(() -> estate.azure.make(type, "e", endpoint(subnet, vault + "x", "vault")))
        .hasMessageContaining("ResourceNotFound");
    String basic = estate.azure.make(REGISTRY, "acr", registry("Basic"));
    assertThatThrownBy(() -> estate.azure.make(type, "e", endpoint(subnet, basic, "registry")))
        .hasMessageContaining("needs the sku Premium");
    assertThat(estate.azure.make(type, "e", endpoint(subnet, vault, "vault"))).endsWith("/e");
  }

  private static Obj endpoint(String subnet, String target, String group) {
    return in(
        "privateEndpointName",
        "e",
        "subnet",
        object("id", subnet),
        "privateLinkServiceConnections",
        List.of(object("name", "c", "privateLinkServiceId", target, "groupIds", List.of(group))));
  }

  private static Obj registry(String sku, Object... pairs) {
    Object[] all = new Object[pairs.length + 2];
    System.arraycopy(pairs, 0, all, 2, pairs.length);
    all[0] = "sku";
    all[1] = object("name", sku);
    return in("registryName", "visionacr", all);
  }

  @Test
  void sellsPrivateRegistriesAsPremium() {
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    REGISTRY, "acr", registry("Standard", "publicNetworkAccess", "Disabled")))
        .hasMessageContaining("publicNetworkAccess Disabled of a registry needs the sku Premium");
    assertThat(
            estate.azure.make(
                REGISTRY, "acr", registry("Premium", "publicNetworkAccess", "Disabled")))
        .endsWith("/visionacr");
  }

  private String account(String name, Object... pairs) {
    Object[] all = new Object[pairs.length + 4];
    System.arraycopy(pairs, 0, all, 4, pairs.length);
    all[0] = "kind";
    all[1] = "StorageV2";
    all[2] = "sku";
    all[3] = object("name", "Standard_LRS");
    return estate.azure.make(STORAGE, name, in("accountName", name, all));
  }

  @Test
  void knowsWhatAHierarchicalNamespaceLacks() {
    Obj immutable = object("enabled", true);
    assertThatThrownBy(
            () ->
                account("lake", "isHnsEnabled", true, "immutableStorageWithVersioning", immutable))
        .hasMessageContaining("FeatureNotSupportedForAccount");
    String lake = account("lake", "isHnsEnabled", true);
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    "azure-native:storage:BlobServiceProperties",
                    "blobs",
                    in(
                        "accountName",
                        "lake",
                        "blobServicesName",
                        "default",
                        "isVersioningEnabled",
                        true)))
        .hasMessageContaining("isVersioningEnabled is not supported");
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    "azure-native:machinelearningservices:Workspace",
                    "w",
                    in("workspaceName", "hub", "storageAccount", lake)))
        .hasMessageContaining("has a hierarchical namespace");
    String container =
        estate.azure.make(
            "azure-native:storage:BlobContainer",
            "raw",
            in("accountName", "lake", "containerName", "raw"));
    assertThat(container).isEqualTo(lake + "/blobServices/default/containers/raw");
  }

  @Test
  void neverUnlocksAnImmutabilityPolicy() {
    Obj locked =
        in(
            "accountName",
            "audit",
            "kind",
            "StorageV2",
            "sku",
            object("name", "Standard_LRS"),
            "immutableStorageWithVersioning",
            policy("Locked", 365));
    var made = estate.azure.create(STORAGE, "audit", locked, false);
    for (Obj worse : List.of(policy("Unlocked", 365), policy("Locked", 30))) {
      assertThatThrownBy(
              () ->
                  estate.azure.update(
                      STORAGE,
                      "audit",
                      made.getId(),
                      TestProvider.outputs(made),
                      PropertyValues.with(locked, "immutableStorageWithVersioning", worse),
                      false))
          .hasMessageContaining("AccountImmutabilityPolicyLocked");
    }
    estate.azure.update(
        STORAGE,
        "audit",
        made.getId(),
        TestProvider.outputs(made),
        PropertyValues.with(locked, "immutableStorageWithVersioning", policy("Locked", 730)),
        false);
  }

  private static Obj policy(String state, int days) {
    return object(
        "enabled",
        true,
        "immutabilityPolicy",
        object("state", state, "immutabilityPeriodSinceCreationInDays", days));
  }

  @Test
  void watchesNetworksAndNoLongerGroups() {
    String network = estate.network();
    String storage = account("flowlogs");
    String nsg =
        estate.azure.make(
            "azure-native:network:NetworkSecurityGroup",
            "nsg",
            in("networkSecurityGroupName", "nsg"));
    String type = "azure-native:network:FlowLog";
    assertThatThrownBy(() -> estate.azure.make(type, "f", flowLog(nsg, storage)))
        .hasMessageContaining("NsgFlowLogCreationBlocked");
    assertThat(estate.azure.make(type, "f", flowLog(network, storage)))
        .endsWith("/networkWatchers/NetworkWatcher_eastus/flowLogs/f");
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    "azure-native:network:NetworkWatcher",
                    "w",
                    in("networkWatcherName", "w", "location", "eastus")))
        .hasMessageContaining("NetworkWatcherCountLimitReached");
  }

  private static Obj flowLog(String target, String storage) {
    return object(
        "resourceGroupName",
        "NetworkWatcherRG",
        "networkWatcherName",
        "NetworkWatcher_eastus",
        "flowLogName",
        "f",
        "targetResourceId",
        target,
        "storageId",
        storage);
  }

  @Test
  void wantsADelegatedSubnetForWorkloadProfiles() {
    estate.network();
    String plain = estate.subnet("plain", "10.42.16.0/24");
    String delegated =
        estate.subnet(
            "apps",
            "10.42.17.0/28",
            "delegations",
            List.of(object("name", "apps", "serviceName", "Microsoft.App/environments")));
    assertThatThrownBy(() -> estate.azure.make(ENVIRONMENT, "e", environment(plain)))
        .hasMessageContaining("must be delegated to Microsoft.App/environments");
    assertThatThrownBy(() -> estate.azure.make(ENVIRONMENT, "e", environment(delegated)))
        .hasMessageContaining("/27 is the smallest");
  }

  private static final String ENVIRONMENT = "azure-native:app:ManagedEnvironment";

  private static Obj environment(String subnet) {
    return in(
        "environmentName",
        "e",
        "vnetConfiguration",
        object("infrastructureSubnetId", subnet, "internal", true),
        "workloadProfiles",
        List.of(object("workloadProfileType", "D4", "minimumCount", 0, "maximumCount", 3)));
  }

  @Test
  void sendsDiagnosticsSomewhere() {
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    "azure-native:insights:DiagnosticSetting",
                    "d",
                    object("name", "d", "resourceUri", GROUP_ID)))
        .hasMessageContaining("At least one data sink");
  }
}
