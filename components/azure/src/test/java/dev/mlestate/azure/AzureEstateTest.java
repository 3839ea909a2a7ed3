package dev.mlestate.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.model.Cloud;
import dev.mlestate.pulumi.EstateRealizer;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureEstateTest {
  private static final String PROD = "prod-azure";
  private static final String CLUSTER = "azure-native:containerservice:ManagedCluster";
  private static final String POOL = "azure-native:containerservice/v20250101:AgentPool";
  private static final String ASSIGNMENT = "azure-native:authorization:RoleAssignment";
  private static final String SUBNET = "azure-native:network/v20231101:Subnet";
  private static final String SECURITY_GROUP = "azure-native:network:NetworkSecurityGroup";

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(EstateRealizer.class).stream().map(ServiceLoader.Provider::get))
        .anyMatch(realizer -> realizer.cloud() == Cloud.AZURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev-azure", "staging-azure", "prod-azure"})
  void everyResourceHasANameOfItsOwnAndAProviderOfTheSubscription(String stack) {
    RecordedStack resources = estate(stack);

    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (Recorded resource : resources.resources()) {
      if (!seen.add(resource.type() + "::" + resource.name())) {
        twice.add(resource.type() + "::" + resource.name());
      }
    }
    assertThat(twice).isEmpty();
    assertThat(resources.resources())
        .filteredOn(resource -> resource.type().startsWith("azure-native:"))
        .hasSizeGreaterThan(60)
        .allSatisfy(
            resource ->
                assertThat(resource.provider()).contains("pulumi:providers:azure-native::vision-"));
    assertThat(resources.resources())
        .filteredOn(resource -> resource.type().startsWith("kubernetes:"))
        .isNotEmpty()
        .allSatisfy(
            resource ->
                assertThat(resource.provider()).contains("pulumi:providers:kubernetes::vision-"));
  }

  @Test
  void everyProviderActsInTheFilesSubscriptionAlone() {
    assertThat(estate(PROD).all("pulumi:providers:azure-native"))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            provider ->
                assertThat(provider.at("subscriptionId"))
                    .isEqualTo("11112222-0000-4000-8000-000000000003"));
  }

  @Test
  void whatTakesTagsCarriesOwnerTeamAndCostCentre() {
    RecordedStack resources = estate(PROD);

    assertThat(resources.resources())
        .filteredOn(resource -> resource.has("tags"))
        .hasSizeGreaterThan(40)
        .allSatisfy(
            resource ->
                assertThat(((Map<?, ?>) resource.at("tags")).keySet().toString())
                    .contains("owner", "team", "cost-center", "environment")
                    .contains("data-classification", "estate"));
    assertThat(pool(resources, "h100spot").at("tags.cost-center")).isEqualTo("ml-2001");
    assertThat(cluster(resources).at("agentPoolProfiles[0].tags.team")).isEqualTo("shared");
  }

  @Test
  void clustersArePrivateAndOpenedByTheDirectoryAlone() {
    Recorded cluster = cluster(estate(PROD));

    assertThat(cluster.at("apiServerAccessProfile"))
        .isEqualTo(
            Map.of(
                "enablePrivateCluster",
                true,
                "enablePrivateClusterPublicFQDN",
                false,
                "privateDNSZone",
                "system",
                "disableRunCommand",
                true));
    assertThat(cluster.at("disableLocalAccounts")).isEqualTo(true);
    assertThat(cluster.at("aadProfile.enableAzureRBAC")).isEqualTo(true);
    assertThat(cluster.at("oidcIssuerProfile.enabled")).isEqualTo(true);
    assertThat(cluster.at("securityProfile.workloadIdentity.enabled")).isEqualTo(true);
    assertThat(cluster.at("networkProfile.outboundType")).isEqualTo("userAssignedNATGateway");
    assertThat(cluster.at("networkProfile.dnsServiceIP")).asString().endsWith(".0.10");
    assertThat(cluster.at("agentPoolProfiles[0].mode")).isEqualTo("System");
    assertThat(cluster.at("agentPoolProfiles[0].name")).isEqualTo("systemod");
  }

  @Test
  void secretsAndDisksAreEncryptedWithTheCustomersKeys() {
    Recorded dev = cluster(estate("dev-azure"));

    assertThat(dev.at("diskEncryptionSetID")).asString().contains("vision-dev-train-disks");
    assertThat(dev.at("securityProfile.azureKeyVaultKms.keyVaultNetworkAccess"))
        .isEqualTo("Private");
    assertThat(dev.at("securityProfile.azureKeyVaultKms.keyId"))
        .isEqualTo("https://kv.vault.azure.net/keys/secrets/0123456789abcdef");
    assertThat(dev.at("agentPoolProfiles[0].enableEncryptionAtHost")).isEqualTo(true);
    assertThat(estate("dev-azure").all(POOL))
        .isNotEmpty()
        .allMatch(pool -> pool.at("enableEncryptionAtHost").equals(true));
  }

  @Test
  void aKeyOfTheCompanysIsUsedAndNotMade() {
    RecordedStack resources = estate(PROD);

    assertThat(resources.names("azure-native:keyvault:Key"))
        .contains("vision-prod-data", "vision-prod-compute", "vision-prod-logs")
        .doesNotContain("vision-prod-secrets");
    assertThat(cluster(resources).at("securityProfile.azureKeyVaultKms.keyId"))
        .asString()
        .startsWith("https://example-hsm.vault.azure.net/keys/secrets/");
  }

  @Test
  void vaultsAreClosedToTheInternetAndToPurging() {
    Recorded vault = estate("dev-azure").one("azure-native:keyvault:Vault", "visiondevkv");

    assertThat(vault.at("properties.enablePurgeProtection")).isEqualTo(true);
    assertThat(vault.at("properties.enableRbacAuthorization")).isEqualTo(true);
    assertThat(vault.at("properties.publicNetworkAccess")).isEqualTo("Disabled");
    assertThat(vault.at("properties.networkAcls.defaultAction")).isEqualTo("Deny");
    assertThat(vault.at("properties.softDeleteRetentionInDays")).hasToString("7.0");
    assertThat(estate("dev-azure").one("azure-native:network:PrivateEndpoint", "vision-dev-vault"))
        .satisfies(
            endpoint ->
                assertThat(endpoint.at("privateLinkServiceConnections[0].groupIds"))
                    .isEqualTo(List.of("vault")));
  }

  @Test
  void eachCapacityOptionIsAPool() {
    RecordedStack resources = estate(PROD);
    Recorded reserved = pool(resources, "h100res");
    Recorded spot = pool(resources, "h100spot");

    assertThat(reserved.at("capacityReservationGroupID"))
        .isEqualTo(resources.one("azure-native:compute:CapacityReservationGroup").id());
    assertThat(
            resources.all("azure-native:compute:CapacityReservation").stream()
                .mapToDouble(each -> (Double) each.at("sku.capacity"))
                .sum())
        .isEqualTo(2);
    assertThat(spot.at("scaleSetPriority")).isEqualTo("Spot");
    assertThat(spot.at("scaleSetEvictionPolicy")).isEqualTo("Delete");
    assertThat(spot.at("spotMaxPrice")).isEqualTo(-1.0);
    assertThat((List<?>) spot.at("nodeTaints"))
        .asString()
        .contains("kubernetes.azure.com/scalesetpriority=spot:NoSchedule");
    assertThat(pool(resources, "h100od").has("scaleSetPriority")).isFalse();
    assertThat(resources.all(POOL))
        .filteredOn(each -> each.name().contains("h100"))
        .hasSize(3)
        .allMatch(each -> each.at("gpuProfile.driver").equals("Install"));
  }

  @Test
  void theAutoscalerTriesOptionsInTheirOrder() {
    String priorities =
        String.valueOf(
            estate(PROD)
                .one("kubernetes:core/v1:ConfigMap", "vision-prod-train-priorities")
                .at("data.priorities"));

    assertThat(cluster(estate(PROD)).at("autoScalerProfile.expander")).isEqualTo("priority");
    assertThat(priorities.indexOf("aks-h100res-"))
        .isPositive()
        .isLessThan(priorities.indexOf("aks-h100spot-"));
    assertThat(priorities.indexOf("aks-h100spot-")).isLessThan(priorities.indexOf("aks-h100od-"));
  }

  @Test
  void devicePluginsTolerateSpotNodes() {
    RecordedStack resources = estate(PROD);

    assertThat(
            resources
                .one("kubernetes:apps/v1:DaemonSet", "vision-prod-train-nvidia-device-plugin")
                .at("spec.template.spec.tolerations"))
        .asString()
        .contains("kubernetes.azure.com/scalesetpriority");
    assertThat(resources.names("kubernetes:apps/v1:DaemonSet"))
        .contains("vision-prod-train-rdma-shared-device-plugin");
  }

  @Test
  void nobodyIsGivenARoleOnTheSubscriptionOrOneThatGivesRoles() {
    assertThat(estate(PROD).all(ASSIGNMENT))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            assignment -> {
              assertThat(assignment.at("scope")).asString().matches("/subscriptions/[^/]+/.+");
              assertThat(assignment.at("roleDefinitionId"))
                  .asString()
                  // Owner, Contributor, User Access Administrator.
                  .doesNotContain("8e3af657-a8ff-443c-a75c-2fe8c4bcb635")
                  .doesNotContain("b24988ac-6180-42a0-ab88-20f7382dd24c")
                  .doesNotContain("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9");
            });
  }

  @Test
  void groupsHaveTheirNamespacesAndNoMore() {
    assertThat(estate(PROD).all(ASSIGNMENT))
        .filteredOn(each -> each.name().startsWith("vision-prod-train-mlEngineers"))
        .extracting(
            each -> String.valueOf(each.at("scope")).replaceFirst(".*vision-prod-train", ""))
        .containsExactlyInAnyOrder("", "/namespaces/ads", "/namespaces/ml", "/namespaces/research");
  }

  @Test
  void everySubnetRefusesWhatIsNotNamedAndHasNoWayOutByDefault() {
    RecordedStack resources = estate(PROD);

    assertThat(resources.all(SUBNET))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            subnet -> {
              assertThat(subnet.at("defaultOutboundAccess")).isEqualTo(false);
              assertThat(subnet.at("networkSecurityGroup.id"))
                  .isEqualTo(resources.one(SECURITY_GROUP, subnet.name()).id());
            });
    for (Recorded group : resources.all(SECURITY_GROUP)) {
      List<Map<String, String>> rules = rules(group);
      assertThat(rules).filteredOn("access", "Deny").hasSize(2);
      assertThat(rules)
          .filteredOn("access", "Allow")
          .filteredOn("direction", "Inbound")
          .extracting(rule -> rule.get("sourceAddressPrefix"))
          .doesNotContain("*", "Internet", "VirtualNetwork");
    }
    assertThat(
            resources
                .one(SECURITY_GROUP, "vision-prod-private-train")
                .at("securityRules")
                .toString())
        .contains("192.168.10.0/24");
  }

  @Test
  void trafficIsRecordedByAnIdentityAndNotByTheAccountsKeys() {
    RecordedStack resources = estate(PROD);
    Recorded flowLog = resources.one("azure-native:network/v20240101:FlowLog");

    assertThat(flowLog.at("targetResourceId"))
        .isEqualTo(resources.one("azure-native:network:VirtualNetwork").id());
    assertThat(flowLog.at("networkWatcherName")).isEqualTo("NetworkWatcher_eastus");
    assertThat(flowLog.at("identity.type")).isEqualTo("UserAssigned");
    Recorded account =
        resources.one("azure-native:storage:StorageAccount", "vision-prod-flow-logs");
    assertThat(flowLog.at("storageId")).isEqualTo(account.id());
    assertThat(account.at("allowSharedKeyAccess")).isEqualTo(false);
  }

  @Test
  void nodesPullImagesOfTheEstatesRegistry() {
    assertThat(estate(PROD).one(ASSIGNMENT, "vision-prod-train-images").at("scope"))
        .isEqualTo(estate(PROD).one("azure-native:containerregistry:Registry").id());
  }

  @Test
  void outputsHaveTheNamesOfEveryCloud() {
    assertThat(estate(PROD).outputs().keySet())
        .contains(
            "clusterEndpoints",
            "clusterNames",
            "keyIds",
            "networkId",
            "nodeSelectors",
            "privateSubnetIds");
    assertThat(estate(PROD).outputs().get("clusterEndpoints"))
        .isEqualTo(Map.of("train", "https://vision-prod-train.privatelink.eastus.azmk8s.io:443"));
  }

  private static List<Map<String, String>> rules(Recorded group) {
    List<Map<String, String>> rules = new ArrayList<>();
    for (Object each : (List<?>) group.at("securityRules")) {
      Map<String, String> rule = new TreeMap<>();
      ((Map<?, ?>) each).forEach((key, value) -> rule.put((String) key, String.valueOf(value)));
      rules.add(rule);
    }
    return rules;
  }

  private static Recorded cluster(RecordedStack resources) {
    return resources.one(CLUSTER);
  }

  private static Recorded pool(RecordedStack resources, String nativePool) {
    return resources.all(POOL).stream()
        .filter(each -> each.at("agentPoolName").equals(nativePool))
        .findFirst()
        .orElseThrow();
  }

  private static RecordedStack estate(String stack) {
    return Plans.realised(stack);
  }
}
