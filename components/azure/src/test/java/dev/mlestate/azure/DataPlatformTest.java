package dev.mlestate.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data side of the project's own environments. */
class DataPlatformTest {
  private static final String PROD = "prod-azure";
  private static final String ML = "azure-native:machinelearningservices";
  private static final String WORKSPACE = ML + "/v20241001preview:Workspace";
  private static final String ACCOUNT = "azure-native:storage:StorageAccount";
  private static final String VAULT = "azure-native:keyvault:Vault";
  private static final String ENDPOINT = "azure-native:network:PrivateEndpoint";
  private static final String SETTING = "azure-native:insights:DiagnosticSetting";

  private static final List<String> STORES =
      List.of(
          ACCOUNT,
          WORKSPACE,
          "azure-native:containerregistry:Registry",
          "azure-native:purview:Account");

  @ParameterizedTest
  @ValueSource(strings = {"dev-azure", "staging-azure", "prod-azure"})
  void nothingThatHoldsDataIsReachedFromTheInternet(String stack) {
    RecordedStack estate = Plans.realised(stack);
    Set<Object> reached =
        estate.all(ENDPOINT).stream()
            .map(endpoint -> endpoint.at("privateLinkServiceConnections[0].privateLinkServiceId"))
            .collect(Collectors.toSet());

    for (String type : STORES) {
      assertThat(estate.all(type))
          .isNotEmpty()
          .allSatisfy(
              store -> {
                assertThat(store.at("publicNetworkAccess")).isEqualTo("Disabled");
                assertThat(reached).contains(store.id());
              });
    }
    assertThat(estate.one(ML + ":Registry").at("registryProperties.publicNetworkAccess"))
        .isEqualTo("Disabled");
  }

  @Test
  void everyStoreIsEncryptedWithTheCustomersKey() {
    RecordedStack prod = Plans.realised(PROD);

    assertThat(prod.all(ACCOUNT))
        .allSatisfy(
            account ->
                assertThat(account.at("encryption.keySource")).isEqualTo("Microsoft.Keyvault"));
    assertThat(prod.all(WORKSPACE))
        .hasSize(2)
        .allSatisfy(
            workspace -> assertThat(workspace.at("encryption.status")).isEqualTo("Enabled"));
    assertThat(prod.one("azure-native:containerregistry:Registry").at("encryption.status"))
        .isEqualTo("enabled");
  }

  @Test
  void whatHoldsDataIsWatched() {
    RecordedStack prod = Plans.realised(PROD);
    List<String> watched =
        prod.all(SETTING).stream()
            .filter(setting -> setting.has("storageAccountId"))
            .map(setting -> (String) setting.at("resourceUri"))
            .toList();

    assertThat(watched)
        .contains(prod.one(ACCOUNT, "vision-prod-lake").id() + "/blobServices/default");
    assertThat(watched)
        .containsAll(prod.all(WORKSPACE).stream().map(Recorded::id).toList())
        .contains(prod.one("azure-native:containerregistry:Registry").id())
        .contains(prod.one("azure-native:purview:Account").id());
  }

  @Test
  void theAuditIsLockedButForDevelopment() {
    String state = "immutableStorageWithVersioning.immutabilityPolicy.state";

    assertThat(Plans.realised(PROD).one(ACCOUNT, "vision-prod-audit").at(state))
        .isEqualTo("Locked");
    assertThat(Plans.realised("dev-azure").one(ACCOUNT, "vision-dev-audit").at(state))
        .isEqualTo("Unlocked");
  }

  @Test
  void eachServingIsOnItsTeamsBill() {
    RecordedStack prod = Plans.realised(PROD);

    assertThat(prod.one(ML + ":OnlineEndpoint").at("tags.team")).isEqualTo("ads");
    assertThat(prod.one(ML + "/v20241001:OnlineDeployment").at("tags.cost-center"))
        .isEqualTo("ml-2002");
    assertThat(prod.one("azure-native:app/v20250101:ContainerApp").at("tags.team"))
        .isEqualTo("ads");
  }

  @Test
  void groupsMayDoInTheLakeWhatTheyMayOnEveryCloud() {
    List<Recorded> grants =
        Plans.realised(PROD).all("azure-native:authorization:RoleAssignment").stream()
            .filter(grant -> grant.name().matches("vision-prod-(raw|curated|features)-.*"))
            .filter(grant -> grant.at("principalType").equals("Group"))
            .toList();

    assertThat(grants).hasSize(9);
    assertThat(grants)
        .filteredOn(grant -> grant.name().endsWith("-auditors"))
        .allSatisfy(
            grant ->
                assertThat((String) grant.at("roleDefinitionId"))
                    .endsWith("acdd72a7-3385-48ef-bd42-f606fba81ae7"));
  }

  @Test
  void theCompanysCacheKeepsTheFeaturesForServing() {
    RecordedStack prod = Plans.realised(PROD);

    assertThat(
            (String)
                prod.one(ML + "/v20241001:WorkspaceConnection", "vision-prod-online-store")
                    .at("properties.target"))
        .endsWith("/redis/example-features");
    assertThat(prod.all("azure-native:cache:Redis")).isEmpty();
  }

  @Test
  void developmentHasNoMachinesOfItsOwnToServe() {
    RecordedStack dev = Plans.realised("dev-azure");

    assertThat(dev.all(ML + ":OnlineEndpoint")).isEmpty();
    assertThat(dev.all(WORKSPACE)).hasSize(1);
    assertThat(dev.all(VAULT)).hasSize(2);
  }
}
