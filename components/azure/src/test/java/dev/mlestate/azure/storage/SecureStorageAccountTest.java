package dev.mlestate.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.azure.testing.Given;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureStorageAccountTest {
  private static final String ACCOUNT = "azure-native:storage:StorageAccount";
  private static final String BLOBS = "azure-native:storage:BlobServiceProperties";
  private static final String LIFECYCLE = "azure-native:storage:ManagementPolicy";

  @Test
  void theSmallestIsSecure() {
    Recorded account = account(builder -> builder).one(ACCOUNT);

    assertThat(account.inputs())
        .containsEntry("kind", "StorageV2")
        .containsEntry("isHnsEnabled", true)
        .containsEntry("allowSharedKeyAccess", false)
        .containsEntry("allowBlobPublicAccess", false)
        .containsEntry("allowCrossTenantReplication", false)
        .containsEntry("isLocalUserEnabled", false)
        .containsEntry("enableHttpsTrafficOnly", true)
        .containsEntry("minimumTlsVersion", "TLS1_2")
        .containsEntry("tags", Given.TAGS);
    assertThat(account.at("encryption.requireInfrastructureEncryption")).isEqualTo(true);
    assertThat(account.at("networkRuleSet.defaultAction")).isEqualTo("Deny");
    assertThat(account.at("sku.name")).isEqualTo("Standard_ZRS");
  }

  @Test
  void itsNameHasNoHyphensAndIsTheSubscriptions() {
    assertThat((String) account(builder -> builder).one(ACCOUNT).at("accountName"))
        .matches("visiondevraw[0-9a-f]{6}");
  }

  @Test
  void withoutPrivateEndpointsTheNodesSubnetsAloneComeIn() {
    Recorded account = account(builder -> builder).one(ACCOUNT);

    assertThat(account.at("publicNetworkAccess")).isEqualTo("Enabled");
    assertThat(account.at("networkRuleSet.virtualNetworkRules[0].virtualNetworkResourceId"))
        .isEqualTo(Given.SUBNET);
  }

  @Test
  void aKeyIsUsedByItsOwnIdentityAndFollowsItsRotation() {
    Recorded account = account(builder -> builder.keys(Given.keys())).one(ACCOUNT);

    assertThat(account.at("encryption.keySource")).isEqualTo("Microsoft.Keyvault");
    assertThat(account.at("encryption.keyVaultProperties"))
        .isEqualTo(Map.of("keyName", "data", "keyVaultUri", "https://kv.vault.azure.net"));
    assertThat(account.at("encryption.encryptionIdentity.encryptionUserAssignedIdentity"))
        .isEqualTo(Given.keyUser(KeyDomain.DATA));
    assertThat(account.at("identity.userAssignedIdentities"))
        .isEqualTo(List.of(Given.keyUser(KeyDomain.DATA)));
  }

  @Test
  void anotherDomainHasAnotherKey() {
    assertThat(
            account(builder -> builder.keys(Given.keys()).domain(KeyDomain.LOGS))
                .one(ACCOUNT)
                .at("encryption.keyVaultProperties.keyName"))
        .isEqualTo("logs");
  }

  @Test
  void withoutKeysMicrosoftManagesThem() {
    Recorded account = account(builder -> builder).one(ACCOUNT);

    assertThat(account.at("encryption.keySource")).isEqualTo("Microsoft.Storage");
    assertThat(account.has("identity")).isFalse();
  }

  @Test
  void aLakeHasNoVersionsButComesBackAfterDeletion() {
    Recorded blobs = account(builder -> builder).one(BLOBS);

    assertThat(blobs.has("isVersioningEnabled")).isFalse();
    assertThat(blobs.at("deleteRetentionPolicy")).isEqualTo(Map.of("days", 90.0, "enabled", true));
    assertThat(blobs.at("containerDeleteRetentionPolicy.enabled")).isEqualTo(true);
  }

  @Test
  void withoutFoldersThereAreVersionsWhichExpire() {
    RecordedStack stack = account(builder -> builder.hierarchical(false));

    assertThat(stack.one(BLOBS).at("isVersioningEnabled")).isEqualTo(true);
    assertThat(
            stack
                .one(LIFECYCLE)
                .at(
                    "policy.rules[0].definition.actions.version.delete.daysAfterCreationGreaterThan"))
        .isEqualTo(90.0);
  }

  @Test
  void whatIsNotRecoverableIsGone() {
    assertThat(
            account(builder -> builder.recoverable(false)).one(BLOBS).at("deleteRetentionPolicy"))
        .isEqualTo(Map.of("enabled", false));
  }

  @Test
  void azureBringsBackNothingAfterAYear() {
    assertThat(
            account(builder -> builder.retention(StorageRetention.noncurrent(400)))
                .one(BLOBS)
                .at("deleteRetentionPolicy.days"))
        .isEqualTo(365.0);
  }

  @Test
  void everythingGoesAfterItsDays() {
    Recorded lifecycle =
        account(builder -> builder.retention(StorageRetention.everything(30))).one(LIFECYCLE);

    assertThat(lifecycle.at("policy.rules[1].name")).isEqualTo("expiry");
    assertThat(
            lifecycle.at(
                "policy.rules[1].definition.actions.baseBlob.delete.daysAfterModificationGreaterThan"))
        .isEqualTo(30.0);
    assertThat(lifecycle.at("policy.rules[1].definition.filters.blobTypes"))
        .isEqualTo(List.of("blockBlob", "appendBlob"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void immutableBlobsCanStillBeAppendedTo(boolean locked) {
    Recorded account =
        account(builder -> builder.hierarchical(false).immutability(new Immutability(7, locked)))
            .one(ACCOUNT);

    assertThat(account.at("immutableStorageWithVersioning.immutabilityPolicy"))
        .isEqualTo(
            Map.of(
                "allowProtectedAppendWrites",
                true,
                "immutabilityPeriodSinceCreationInDays",
                7.0,
                "state",
                locked ? "Locked" : "Unlocked"));
  }

  @Test
  void anImmutableLakeIsRefused() {
    assertThatThrownBy(
            () ->
                SecureStorageAccount.builder("vision-dev-raw")
                    .immutability(new Immutability(7, true))
                    .build())
        .hasMessageContaining(".hierarchical(false)");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 146_001})
  void daysThatAzureDoesNotKnowAreRefused(int days) {
    assertThatThrownBy(() -> new Immutability(days, true)).hasMessageContaining("not " + days);
  }

  @Test
  void lessThanADayIsRefused() {
    assertThatThrownBy(() -> StorageRetention.noncurrent(0)).hasMessageContaining("a day");
    assertThatThrownBy(() -> StorageRetention.everything(0)).hasMessageContaining("a day");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> account(() -> SecureStorageAccount.builder("x").build()))
        .hasStackTraceContaining(".subscription(…) is required");
  }

  private static RecordedStack account(UnaryOperator<SecureStorageAccount.Builder> options) {
    return account(
        () ->
            options.apply(new Given().to(SecureStorageAccount.builder("vision-dev-raw"))).build());
  }

  private static RecordedStack account(Runnable program) {
    return RecordedStack.of(new AcceptingAzure(), program);
  }
}
