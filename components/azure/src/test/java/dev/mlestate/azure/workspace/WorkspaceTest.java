package dev.mlestate.azure.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.azure.testing.Given;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private static final String WORKSPACE =
      "azure-native:machinelearningservices/v20241001preview:Workspace";
  private static final String ASSIGNMENT = "azure-native:authorization:RoleAssignment";
  private static final String STORAGE = "azure-native:storage:StorageAccount";

  @Test
  void machinesLeaveTheirNetworkOnlyToWhatIsNamed() {
    Recorded workspace = workspace(builder -> builder).one(WORKSPACE);

    assertThat(workspace.at("managedNetwork.isolationMode")).isEqualTo("AllowOnlyApprovedOutbound");
    assertThat(workspace.at("systemDatastoresAuthMode")).isEqualTo("Identity");
    assertThat(workspace.at("hbiWorkspace")).isEqualTo(true);
    assertThat(workspace.at("kind")).isEqualTo("Default");
  }

  @Test
  void theProviderNamesItSoThatItsNameIsNeverOneOfADeletedWorkspace() {
    Recorded workspace = workspace("vision-staging-of-a-long-estate-serving").one(WORKSPACE);

    assertThat(workspace.has("workspaceName")).isFalse();
    assertThat(workspace.name()).hasSizeLessThanOrEqualTo(25);
  }

  @Test
  void runsOnThePluginThatCarriesIt() {
    assertThat(workspace(builder -> builder).one(WORKSPACE).provider())
        .contains("vision-dev-2-90-0");
  }

  @Test
  void isEncryptedWithTheCustomersKeyOfItsPresentVersion() {
    Recorded workspace = workspace(builder -> builder.keys(Given.keys())).one(WORKSPACE);

    assertThat(workspace.at("encryption.keyVaultProperties"))
        .isEqualTo(
            Map.of(
                "identityClientId", "client of data",
                "keyIdentifier", "https://kv.vault.azure.net/keys/data/1",
                "keyVaultArmId", "/vaults/kv"));
    assertThat(workspace.at("enableServiceSideCMKEncryption")).isEqualTo(true);
    assertThat((List<?>) workspace.at("identity.userAssignedIdentities"))
        .hasSize(2)
        .last()
        .isEqualTo(Given.keyUser(KeyDomain.DATA));
  }

  @Test
  void withoutKeysMicrosoftManagesThem() {
    Recorded workspace = workspace(builder -> builder).one(WORKSPACE);

    assertThat(workspace.has("encryption")).isFalse();
    assertThat(workspace.has("enableServiceSideCMKEncryption")).isFalse();
  }

  @Test
  void itsIdentityWritesDataAndSecretsButChangesNoSettings() {
    RecordedStack stack = workspace(builder -> builder);

    Set<String> roles =
        stack.all(ASSIGNMENT).stream()
            .map(assignment -> title((String) assignment.at("roleDefinitionId")))
            .collect(Collectors.toSet());

    assertThat(roles)
        .containsExactlyInAnyOrder(
            "Storage Blob Data Contributor",
            "Storage File Data Privileged Contributor",
            "Key Vault Secrets Officer",
            "AcrPush",
            "Azure AI Enterprise Network Connection Approver");
    assertThat(stack.one(STORAGE).at("isHnsEnabled")).isEqualTo(false);
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(
            () ->
                RecordedStack.of(
                    new AcceptingAzure(),
                    () -> new Given().to(Workspace.builder("vision-dev-serving")).build()))
        .hasStackTraceContaining(".stores(…) is required");
  }

  private static String title(String roleDefinitionId) {
    return Arrays.stream(BuiltInRole.values())
        .filter(role -> roleDefinitionId.endsWith(role.guid()))
        .map(BuiltInRole::title)
        .findFirst()
        .orElseThrow();
  }

  private static RecordedStack workspace(String name) {
    return RecordedStack.of(
        new AcceptingAzure(),
        () -> {
          Given given = new Given();
          given.to(Workspace.builder(name)).stores(given.stores()).build();
        });
  }

  private static RecordedStack workspace(UnaryOperator<Workspace.Builder> options) {
    return RecordedStack.of(
        new AcceptingAzure(),
        () -> {
          Given given = new Given();
          options
              .apply(given.to(Workspace.builder("vision-dev-serving")).stores(given.stores()))
              .build();
        });
  }
}
