package dev.mlestate.azure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.mlestate.azure.monitoring.LogDestination;
import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.azure.testing.Given;
import dev.mlestate.model.Audit;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTrailTest {
  private static final String ACCOUNT = "azure-native:storage:StorageAccount";
  private static final String ACTIVITY = "azure-native:insights:SubscriptionDiagnosticSetting";
  private static final String SETTING = "azure-native:insights:DiagnosticSetting";
  private static final String POLICY = "immutableStorageWithVersioning.immutabilityPolicy.";

  @ParameterizedTest
  @CsvSource({"true, false, Locked", "true, true, Unlocked", "false, false, Unlocked"})
  void isLockedUnlessItMayGo(boolean immutable, boolean disposable, String state) {
    Recorded account =
        trail(builder -> builder.audit(new Audit(2555, immutable)).disposable(disposable))
            .one(ACCOUNT);

    assertThat(account.at(POLICY + "state")).isEqualTo(state);
    assertThat(account.at(POLICY + "immutabilityPeriodSinceCreationInDays")).isEqualTo(2555.0);
  }

  @Test
  void liesInAnAccountOfItsOwnWithTheKeyOfLogs() {
    Recorded account = trail(builder -> builder.keys(Given.keys())).one(ACCOUNT);

    assertThat(account.at("isHnsEnabled")).isEqualTo(false);
    assertThat(account.at("encryption.keyVaultProperties.keyName")).isEqualTo("logs");
    assertThat(account.at("networkRuleSet.bypass")).isEqualTo("AzureServices");
  }

  @Test
  void goesAfterItsRetention() {
    assertThat(
            trail(builder -> builder.retentionDays(30))
                .one("azure-native:storage:ManagementPolicy")
                .at(
                    "policy.rules[1].definition.actions.baseBlob.delete.daysAfterModificationGreaterThan"))
        .isEqualTo(30.0);
  }

  @Test
  void everythingThatHappensInTheSubscriptionIsRecorded() {
    RecordedStack stack = trail(builder -> builder);

    assertThat(stack.one(ACTIVITY).at("storageAccountId")).isEqualTo(stack.one(ACCOUNT).id());
    assertThat(
            ((List<?>) stack.one(ACTIVITY).at("logs"))
                .stream().map(log -> String.valueOf(((Map<?, ?>) log).get("category"))))
        .hasSize(8)
        .contains("Administrative", "Security");
    assertThat(stack.one(ACTIVITY).has("workspaceId")).isFalse();
  }

  @Test
  void whatIsWatchedIsRecordedToo() {
    RecordedStack stack =
        trail(
            builder ->
                builder
                    .watched(List.of(new Watched("lake", Output.of("/accounts/lake"))))
                    .logs(new LogDestination(Output.of("/logs"), Output.of("customer"))));
    Recorded setting = stack.one(SETTING);

    assertThat(setting.at("resourceUri")).isEqualTo("/accounts/lake");
    assertThat(setting.at("storageAccountId")).isEqualTo(stack.one(ACCOUNT).id());
    assertThat(setting.at("workspaceId")).isEqualTo("/logs");
    assertThat(setting.at("logs"))
        .isEqualTo(List.of(Map.of("categoryGroup", "allLogs", "enabled", true)));
    assertThat(stack.one(ACTIVITY).at("workspaceId")).isEqualTo("/logs");
  }

  private static RecordedStack trail(UnaryOperator<AuditTrail.Builder> options) {
    return RecordedStack.of(
        new AcceptingAzure(),
        () -> options.apply(new Given().to(AuditTrail.builder("vision-dev-audit"))).build());
  }
}
