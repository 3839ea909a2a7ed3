package dev.mlestate.simulated;

import static dev.mlestate.simulated.AzureEstate.CLUSTER;
import static dev.mlestate.simulated.AzureEstate.GROUP_ID;
import static dev.mlestate.simulated.AzureEstate.KEY;
import static dev.mlestate.simulated.AzureEstate.NETWORK;
import static dev.mlestate.simulated.AzureEstate.STORAGE;
import static dev.mlestate.simulated.AzureEstate.SUBNET;
import static dev.mlestate.simulated.AzureEstate.SUBSCRIPTION;
import static dev.mlestate.simulated.AzureEstate.VAULT;
import static dev.mlestate.simulated.AzureEstate.in;
import static dev.mlestate.simulated.AzureEstate.text;
import static dev.mlestate.wire.PropertyValues.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedAzureTest {
  private static final String POOL = "azure-native:containerservice/v20250101:AgentPool";
  private static final String WORKSPACE =
      "azure-native:machinelearningservices/v20240401:Workspace";

  private final Path folder;
  private AzureEstate estate;

  SimulatedAzureTest(@TempDir Path folder) {
    this.folder = folder;
    this.estate = new AzureEstate(folder);
  }

  @BeforeEach
  void begin() {
    estate = estate.withGroup();
  }

  @Test
  void namesWhatIsUndeclaredMistypedOrMissing() {
    assertThat(estate.failures(NETWORK, in("virtualNetworkNam", "n")))
        .containsExactly(
            "virtualNetworkNam: unknown property; did you mean \"virtualNetworkName\"?");
    assertThat(estate.failures(SUBNET, in("subnetName", "a")))
        .containsExactly("virtualNetworkName: missing required property, a string");
    assertThat(
            estate.failures(
                CLUSTER,
                in(
                    "resourceName",
                    "c",
                    "agentPoolProfiles",
                    List.of(object("name", "system", "count", "two", "vmsize", "x")))))
        .containsExactly(
            "agentPoolProfiles[0].count: wrong type: an integer is expected, not a string",
            "agentPoolProfiles[0].vmsize: unknown property; did you mean \"vmSize\"?");
    assertThatThrownBy(
            () -> estate.failures("azure-native:network:VirtualNetwrk", PropertyValues.EMPTY))
        .hasMessageContaining("did you mean \"azure-native:network:VirtualNetwork\"?");
  }

  @Test
  void judgesValuesByWhatAzurePublishes() {
    assertThat(
            estate.failures(
                STORAGE,
                in(
                    "accountName",
                    "Vision_Data",
                    "kind",
                    "StorageV3",
                    "sku",
                    object("name", "LRS"))))
        .satisfiesExactlyInAnyOrder(
            each -> assertThat(each).startsWith("accountName: \"Vision_Data\" does not match"),
            each -> assertThat(each).startsWith("kind: \"StorageV3\" is not one of"),
            each -> assertThat(each).startsWith("sku.name: \"LRS\" is not one of"));
    assertThat(
            estate.failures(
                "azure-native:containerservice:AgentPool",
                in(
                    "agentPoolName",
                    "h100-on-demand",
                    "resourceName",
                    "train",
                    "osDiskSizeGB",
                    4096,
                    "availabilityZones",
                    List.of("eastus-1"))))
        .satisfiesExactlyInAnyOrder(
            each -> assertThat(each).startsWith("agentPoolName: \"h100-on-demand\" does not match"),
            each -> assertThat(each).isEqualTo("osDiskSizeGB: 4096 is not from 0 to 2048"),
            each -> assertThat(each).contains("\"eastus-1\" is no availability zone"));
    assertThat(estate.failures(NETWORK, in("virtualNetworkName", "net", "location", "eastuss")))
        .singleElement()
        .asString()
        .contains("\"eastuss\" is no region of Azure; did you mean \"eastus\"?");
    assertThat(
            estate.failures(
                "azure-native:machinelearningservices:Compute",
                in(
                    "computeName",
                    "c",
                    "workspaceName",
                    "w",
                    "properties",
                    object("computeType", "AmlCompute", "sshSettings", object()))))
        .singleElement()
        .asString()
        .startsWith("properties.sshSettings: unknown property");
    assertThat(
            estate.failures(
                "azure-native:machinelearningservices:Compute",
                in("computeName", "c", "workspaceName", "w", "properties", object("a", "b"))))
        .singleElement()
        .asString()
        .startsWith("properties.computeType: missing required property");
  }

  @Test
  void carriesLaterTypesOnThePluginsThatKnowThem() {
    Obj pool =
        in(
            "agentPoolName",
            "h100",
            "resourceName",
            "train",
            "gpuProfile",
            object("driver", "None"),
            "capacityReservationGroupID",
            "x");
    assertThatThrownBy(() -> estate.failures(POOL, pool))
        .hasMessageContaining(
            "pulumi/azure-native 2.10.0 does not carry "
                + POOL
                + "; 2.90.0 does: give the provider that version");
    TestProvider later = estate.plugin("2.90.0");
    assertThat(AzureEstate.failures(later.check(POOL, "p", PropertyValues.EMPTY, pool))).isEmpty();
    assertThat(
            AzureEstate.failures(
                later.check(
                    POOL,
                    "p",
                    PropertyValues.EMPTY,
                    in(
                        "agentPoolName",
                        "h100",
                        "resourceName",
                        "train",
                        "gpuProfile",
                        object("driver", "Nothing"),
                        "securityProfil",
                        object()))))
        .containsExactly("securityProfil: unknown property; did you mean \"securityProfile\"?");
    assertThat(
            AzureEstate.failures(
                later.check(
                    POOL,
                    "p",
                    PropertyValues.EMPTY,
                    in(
                        "agentPoolName",
                        "h100",
                        "resourceName",
                        "train",
                        "gpuProfile",
                        object("driver", "Nothing")))))
        .singleElement()
        .asString()
        .startsWith("gpuProfile.driver: \"Nothing\" is not one of Install, None");
  }

  @Test
  void fillsInThePlaceAndTheName() {
    Obj checked =
        estate.checked(
            VAULT,
            "kv",
            PropertyValues.EMPTY,
            object("resourceGroupName", "vision", "properties", object()));
    assertThat(text(checked, "location")).isEqualTo("eastus");
    assertThat(text(checked, "vaultName")).matches("kv[0-9a-f]{8}");
    assertThat(
            text(
                estate.checked(
                    VAULT,
                    "kv",
                    PropertyValues.EMPTY,
                    object("resourceGroupName", "vision", "properties", object())),
                "vaultName"))
        .isEqualTo(text(checked, "vaultName"));
    assertThat(
            text(
                estate.checked(
                    AzureEstate.ASSIGNMENT,
                    "a",
                    PropertyValues.EMPTY,
                    object("principalId", "p", "roleDefinitionId", "r", "scope", GROUP_ID)),
                "roleAssignmentName"))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void computesIdsAndOutputsThatLookReal() {
    String network = estate.network();
    assertThat(network).isEqualTo(GROUP_ID + "/providers/Microsoft.Network/virtualNetworks/net");
    assertThat(estate.subnet("nodes", "10.42.0.0/22")).isEqualTo(network + "/subnets/nodes");
    Obj vault =
        TestProvider.outputs(
            estate.azure.create(VAULT, "kv", AzureEstate.vault("Vision-KV"), false));
    assertThat(text(vault, "properties.vaultUri")).isEqualTo("https://vision-kv.vault.azure.net/");
    assertThat(text(vault, "name")).isEqualTo("Vision-KV");
    assertThat(text(vault, "type")).isEqualTo("Microsoft.KeyVault/vaults");
    Obj account =
        TestProvider.outputs(
            estate.azure.create(
                STORAGE,
                "raw",
                in(
                    "accountName",
                    "visionraw",
                    "location",
                    "East US",
                    "kind",
                    "StorageV2",
                    "sku",
                    object("name", "Standard_ZRS")),
                false));
    assertThat(text(account, "primaryEndpoints.dfs"))
        .isEqualTo("https://visionraw.dfs.core.windows.net/");
    assertThat(text(account, "primaryLocation")).isEqualTo("eastus");
  }

  @Test
  void previewsWhatAzureComputesAsUnknown() {
    Obj outputs =
        TestProvider.outputs(
            estate.azure.create(VAULT, "kv", AzureEstate.vault("vision-kv"), true));
    assertThat(outputs.members()).containsEntry("name", PropertyValues.UNKNOWN);
    assertThat(AzureEstate.value(outputs, "properties.vaultUri")).contains(PropertyValues.UNKNOWN);
    assertThat(estate.cloud.inventory()).hasSize(1);
  }

  @Test
  void givesIdentitiesByTheirIds() {
    String principal = estate.identity("runner");
    Obj outputs =
        TestProvider.outputs(
            estate.azure.create(
                STORAGE,
                "raw",
                in(
                    "accountName",
                    "visionraw",
                    "kind",
                    "StorageV2",
                    "sku",
                    object("name", "Standard_LRS"),
                    "identity",
                    object(
                        "type",
                        "UserAssigned",
                        "userAssignedIdentities",
                        List.of(AzureEstate.identityId("runner")))),
                false));
    Obj identity = (Obj) AzureEstate.value(outputs, "identity").orElseThrow();
    Obj byId = (Obj) identity.members().getOrDefault("userAssignedIdentities", PropertyValues.NULL);
    assertThat(byId.members().get(AzureEstate.identityId("runner")))
        .isInstanceOfSatisfying(
            Obj.class, each -> assertThat(text(each, "principalId")).isEqualTo(principal));
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    NETWORK, "n", object("resourceGroupName", "other", "virtualNetworkName", "n")))
        .hasMessageContaining("ResourceGroupNotFound: Resource group 'other' could not be found.");
    assertThatThrownBy(() -> estate.subnet("nodes", "10.42.0.0/22"))
        .hasMessageContaining("ParentResourceNotFound")
        .hasMessageContaining("virtualNetworks/net' could not be found");
    estate.network();
    assertThatThrownBy(
            () ->
                estate.subnet(
                    "nodes",
                    "10.42.0.0/22",
                    "networkSecurityGroup",
                    object(
                        "id",
                        GROUP_ID + "/providers/Microsoft.Network/networkSecurityGroups/none")))
        .hasMessageContaining("InvalidResourceReference")
        .hasMessageContaining("networkSecurityGroups/none");
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    "azure-native:insights:DiagnosticSetting",
                    "d",
                    object(
                        "name",
                        "d",
                        "resourceUri",
                        GROUP_ID,
                        "workspaceId",
                        GROUP_ID + "/providers/Microsoft.OperationalInsights/workspaces/none")))
        .hasMessageContaining("ResourceNotFound")
        .hasMessageContaining("workspaceId is");
  }

  @Test
  void takesWhatTheCompanyHadBefore() {
    String hub =
        "/subscriptions/%s/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub"
            .formatted(SUBSCRIPTION);
    AzureEstate again = new AzureEstate(folder, Set.of(hub + "/subnets/nodes"));
    Obj endpoint =
        in(
            "privateEndpointName",
            "e",
            "subnet",
            object("id", hub + "/subnets/nodes"),
            "location",
            "eastus");
    assertThat(again.azure.make("azure-native:network:PrivateEndpoint", "e", endpoint))
        .endsWith("/privateEndpoints/e");
    // The network and the group that the subnet is in were there, too.
    assertThat(
            again.azure.make(
                SUBNET,
                "more",
                object(
                    "resourceGroupName",
                    "hub",
                    "virtualNetworkName",
                    "hub",
                    "subnetName",
                    "more",
                    "addressPrefix",
                    "10.9.0.0/24")))
        .isEqualTo(hub + "/subnets/more");
  }

  @Test
  void refusesNamesThatAreTaken() {
    estate.network();
    assertThatThrownBy(estate::network)
        .hasMessageContaining("cannot create already existing resource '" + GROUP_ID);
    estate.azure.make(
        "azure-native:resources:ResourceGroup",
        "other",
        object("resourceGroupName", "other", "location", "eastus"));
    Obj account =
        in("accountName", "visionraw", "kind", "StorageV2", "sku", object("name", "Standard_LRS"));
    estate.azure.make(STORAGE, "raw", account);
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    STORAGE,
                    "again",
                    PropertyValues.with(account, "resourceGroupName", PropertyValues.of("other"))))
        .hasMessageContaining(
            "StorageAccountAlreadyTaken: The storage account named visionraw is already taken.");
  }

  @Test
  void refusesDeletionsOfWhatIsInUseAndTakesContentsAlong() {
    String network = estate.network();
    String group =
        estate.azure.make(
            "azure-native:network:NetworkSecurityGroup",
            "nsg",
            in("networkSecurityGroupName", "nsg", "location", "eastus"));
    String subnet =
        estate.subnet("nodes", "10.42.0.0/22", "networkSecurityGroup", object("id", group));
    assertThatThrownBy(
            () -> estate.azure.delete("azure-native:network:NetworkSecurityGroup", "nsg", group))
        .hasMessageContaining("InUseNetworkSecurityGroupCannotBeDeleted")
        .hasMessageContaining(subnet);
    String endpoint =
        estate.azure.make(
            "azure-native:network:PrivateEndpoint",
            "e",
            in("privateEndpointName", "e", "subnet", object("id", subnet)));
    assertThatThrownBy(() -> estate.azure.delete(SUBNET, "nodes", subnet))
        .hasMessageContaining("InUseSubnetCannotBeDeleted");
    assertThatThrownBy(() -> estate.azure.delete(NETWORK, "net", network))
        .hasMessageContaining("InUseSubnetCannotBeDeleted");
    estate.azure.delete("azure-native:network:PrivateEndpoint", "e", endpoint);
    estate.azure.delete(NETWORK, "net", network);
    assertThat(estate.azure.read(SUBNET, "nodes", subnet).getId()).isEmpty();
    estate.azure.delete("azure-native:resources:ResourceGroup", "vision", GROUP_ID);
    assertThat(estate.cloud.inventory()).isEmpty();
    assertThat(estate.cloud.leftovers()).isEmpty();
  }

  @Test
  void honoursLocks() {
    String network = estate.network();
    String type = "azure-native:authorization:ManagementLockByScope";
    String lock =
        estate.azure.make(
            type, "l", object("lockName", "keep", "level", "CanNotDelete", "scope", GROUP_ID));
    assertThatThrownBy(() -> estate.azure.delete(NETWORK, "net", network))
        .hasMessageContaining("ScopeLocked");
    estate.azure.delete(type, "l", lock);
    estate.azure.delete(NETWORK, "net", network);
    assertThat(estate.cloud.inventory()).hasSize(1);
  }

  @Test
  void keepsTheNamesOfSoftDeletedVaultsAndWorkspaces() {
    String vault = estate.vault();
    String key = estate.key("data");
    estate.azure.delete(KEY, "data", key);
    assertThatThrownBy(() -> estate.key("data"))
        .hasMessageContaining("ObjectIsDeletedButRecoverable");
    estate.azure.delete(VAULT, "kv", vault);
    assertThatThrownBy(estate::vault)
        .hasMessageContaining(
            "already exists in deleted state. You need to either recover or purge");
    assertThat(estate.cloud.leftovers())
        .extracting(each -> each.resource().id(), Leftover::reason)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                vault,
                "soft-deleted: Azure deletes it after 30 days, until then the name is taken and nobody can purge it"));
    assertThatThrownBy(
            () ->
                estate.azure.make(
                    VAULT, "new", AzureEstate.vault("vision-kv2", "createMode", "recover")))
        .hasMessageContaining("SoftDeletedVaultDoesNotExist");
    assertThat(
            estate.azure.make(
                VAULT,
                "kv",
                AzureEstate.vault(
                    "vision-kv", "createMode", "recover", "enablePurgeProtection", true)))
        .isEqualTo(vault);
    assertThat(estate.cloud.leftovers()).noneMatch(each -> each.resource().id().equals(vault));

    TestProvider later = estate.plugin("2.39.0");
    Obj workspace = in("workspaceName", "features", "location", "eastus", "kind", "FeatureStore");
    String made = later.make(WORKSPACE, "features", workspace);
    later.delete(WORKSPACE, "features", made);
    assertThatThrownBy(() -> later.make(WORKSPACE, "features", workspace))
        .hasMessageContaining("Soft-deleted workspace exists. Please purge or recover it.");
  }

  @Test
  void givesANewNameAfterASoftDeletion() {
    Obj inputs = PropertyValues.without(AzureEstate.vault("x"), "vaultName");
    Obj first = estate.checked(VAULT, "kv", PropertyValues.EMPTY, inputs);
    String id = estate.azure.make(VAULT, "kv", first);
    assertThat(text(estate.checked(VAULT, "kv", first, inputs), "vaultName"))
        .isEqualTo(text(first, "vaultName"));
    estate.azure.delete(VAULT, "kv", id);
    Obj second = estate.checked(VAULT, "kv", PropertyValues.EMPTY, inputs);
    assertThat(estate.azure.make(VAULT, "kv", second)).isNotEqualTo(id);
  }

  @Test
  void refusesAnotherSubscription() {
    TestProvider azure = new TestProvider(estate.cloud.provider());
    assertThatThrownBy(
            () -> azure.configure(object("subscriptionId", "99999999-0000-4000-8000-000000000001")))
        .hasMessageContaining("SubscriptionNotFound")
        .hasMessageContaining(SUBSCRIPTION);
    assertThatThrownBy(
            () -> SimulatedAzure.open(CloudOptions.of(folder.resolve("azure"), "my-subscription")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("is no Azure subscription");
    assertThatThrownBy(
            () ->
                SimulatedAzure.open(
                    CloudOptions.of(
                        folder.resolve("azure"), "22223333-0000-4000-8000-000000000002")))
        .hasMessageContaining("is subscription " + SUBSCRIPTION);
  }

  @Test
  void saysWhoRunsIt() {
    Obj client =
        estate.azure.invoke("azure-native:authorization:getClientConfig", PropertyValues.EMPTY);
    assertThat(text(client, "subscriptionId")).isEqualTo(SUBSCRIPTION);
    assertThat(text(client, "tenantId")).matches("[0-9a-f-]{36}");
    TestProvider sameTenant = new TestProvider(estate.cloud.provider());
    sameTenant.configure(object("tenantId", text(client, "tenantId")));
    assertThatThrownBy(
            () ->
                new TestProvider(estate.cloud.provider())
                    .configure(object("tenantId", "00000000-0000-4000-8000-000000000000")))
        .hasMessageContaining("InvalidAuthenticationTokenTenant");
    estate.network();
    assertThat(
            text(
                estate.azure.invoke(
                    "azure-native:network:getVirtualNetwork", in("virtualNetworkName", "net")),
                "id"))
        .endsWith("/virtualNetworks/net");
    assertThatThrownBy(
            () ->
                estate.azure.invoke(
                    "azure-native:network:getVirtualNetwork", in("virtualNetworkName", "none")))
        .hasMessageContaining("ResourceNotFound");
    assertThatThrownBy(
            () -> estate.azure.invoke("azure-native:network:listThings", PropertyValues.EMPTY))
        .hasMessageContaining("does not answer the function");
  }

  @Test
  void letsNobodyUseKeysThatAreOff() {
    Obj account =
        in("accountName", "visionraw", "kind", "StorageV2", "sku", object("name", "Standard_LRS"));
    estate.azure.make(STORAGE, "raw", account);
    Obj arguments = in("accountName", "visionraw");
    assertThat(
            AzureEstate.value(
                estate.azure.invoke("azure-native:storage:listStorageAccountKeys", arguments),
                "keys"))
        .get()
        .isInstanceOfSatisfying(Array.class, keys -> assertThat(keys.elements()).hasSize(2));
    estate.azure.make(
        STORAGE,
        "off",
        PropertyValues.with(
            PropertyValues.with(account, "accountName", PropertyValues.of("visionoff")),
            "allowSharedKeyAccess",
            PropertyValues.of(false)));
    assertThatThrownBy(
            () ->
                estate.azure.invoke(
                    "azure-native:storage:listStorageAccountKeys", in("accountName", "visionoff")))
        .hasMessageContaining("allowSharedKeyAccess is false");
  }

  @Test
  void opensItsClustersToKubernetes() {
    estate.azure.make(
        CLUSTER,
        "train",
        in(
            "resourceName",
            "train",
            "dnsPrefix",
            "train",
            "disableLocalAccounts",
            true,
            "aadProfile",
            object("managed", true),
            "apiServerAccessProfile",
            object("enablePrivateCluster", true),
            "agentPoolProfiles",
            List.of(object("name", "system", "mode", "System", "count", 1))));
    Obj arguments = in("resourceName", "train");
    Obj answer =
        estate.azure.invoke(
            "azure-native:containerservice:listManagedClusterUserCredentials", arguments);
    PropertyValue first =
        ((Array) AzureEstate.value(answer, "kubeconfigs").orElseThrow()).elements().get(0);
    Obj kubeconfig = (Obj) PropertyValues.unwrap(first);
    String text =
        new String(
            Base64.getDecoder()
                .decode(
                    PropertyValues.text(
                            PropertyValues.unwrap(
                                Optional.ofNullable(kubeconfig.members().get("value"))
                                    .orElseThrow()))
                        .orElseThrow()),
            StandardCharsets.UTF_8);
    assertThat(text).contains("kubelogin").contains(".privatelink.eastus.azmk8s.io:443");
    TestProvider kubernetes =
        new TestProvider(SimulatedKubernetes.open(folder.resolve("k8s")).provider());
    kubernetes.configure(object("kubeconfig", text));
    assertThat(
            kubernetes.make(
                "kubernetes:core/v1:Namespace", "n", object("metadata", object("name", "n"))))
        .isEqualTo("n");
    assertThatThrownBy(
            () ->
                estate.azure.invoke(
                    "azure-native:containerservice:listManagedClusterAdminCredentials", arguments))
        .hasMessageContaining("disable local accounts");
  }

  @Test
  void updatesInPlaceAndKeepsWhatWasComputed() {
    var made = estate.azure.create(VAULT, "kv", AzureEstate.vault("vision-kv"), false);
    Obj changed = AzureEstate.vault("vision-kv", "enablePurgeProtection", true);
    Obj outputs =
        StructCodec.decode(
            estate
                .azure
                .update(VAULT, "kv", made.getId(), TestProvider.outputs(made), changed, false)
                .getProperties());
    assertThat(text(outputs, "properties.vaultUri"))
        .isEqualTo("https://vision-kv.vault.azure.net/");
    assertThatThrownBy(
            () ->
                estate.azure.update(
                    VAULT, "kv", made.getId(), outputs, AzureEstate.vault("vision-kv"), false))
        .hasMessageContaining("purge protection is irreversible");
  }
}
