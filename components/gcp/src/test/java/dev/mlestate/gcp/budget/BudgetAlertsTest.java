package dev.mlestate.gcp.budget;

import static dev.mlestate.gcp.testing.Given.LABELS;
import static dev.mlestate.gcp.testing.Given.TAGS;
import static dev.mlestate.gcp.testing.Given.key;
import static dev.mlestate.gcp.testing.Given.keys;
import static dev.mlestate.gcp.testing.Given.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.gcp.testing.Given;
import dev.mlestate.model.Budget;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetAlertsTest {
  private static final String BUDGET = "gcp:billing/budget:Budget";

  @Test
  void watchesTheProjectAndTellsWhoWasNamed() {
    RecordedStack stack =
        Given.run(
            () ->
                BudgetAlerts.builder("vision-dev")
                    .project(project())
                    .monthlyUsd(5000)
                    .alertEmail("oncall@example.com")
                    .build());

    Recorded budget = stack.one(BUDGET);
    assertThat(budget.at("billingAccount")).isEqualTo("01ABCD-23EFAB-45CDEF");
    assertThat(budget.at("amount.specifiedAmount"))
        .isEqualTo(Map.of("currencyCode", "USD", "units", "5000"));
    assertThat(budget.at("budgetFilter.projects")).isEqualTo(List.of("projects/123456789012"));
    assertThat(budget.at("thresholdRules"))
        .isEqualTo(
            List.of(
                Map.of("spendBasis", "CURRENT_SPEND", "thresholdPercent", 0.5),
                Map.of("spendBasis", "CURRENT_SPEND", "thresholdPercent", 0.8),
                Map.of("spendBasis", "CURRENT_SPEND", "thresholdPercent", 1.0),
                Map.of("spendBasis", "FORECASTED_SPEND", "thresholdPercent", 1.0),
                Map.of("spendBasis", "FORECASTED_SPEND", "thresholdPercent", 1.02)));
    assertThat(budget.at("allUpdatesRule.schemaVersion")).isEqualTo("1.0");
    assertThat(stack.one("gcp:monitoring/notificationChannel:NotificationChannel").at("labels"))
        .isEqualTo(Map.of("email_address", "oncall@example.com"));
    assertThat(stack.one("gcp:pubsub/topicIAMMember:TopicIAMMember").at("role"))
        .isEqualTo("roles/pubsub.publisher");
    assertThat(stack.one("gcp:pubsub/topic:Topic").at("messageStoragePolicy"))
        .isEqualTo(Map.of("allowedPersistenceRegions", List.of("us-central1")));
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        Given.run(
            () ->
                BudgetAlerts.builder("vision-dev")
                    .project(project())
                    .keys(keys())
                    .budget(new Budget(1234.5, List.of(10, 150), 617.25, Optional.empty()))
                    .alertEmail("oncall@example.com")
                    .tags(TAGS)
                    .build());

    assertThat(stack.one("gcp:pubsub/topic:Topic").at("kmsKeyName")).isEqualTo(key(KeyDomain.LOGS));
    assertThat(stack.one("gcp:pubsub/topic:Topic").at("labels")).isEqualTo(LABELS);
    assertThat(stack.one(BUDGET).at("amount.specifiedAmount"))
        .isEqualTo(Map.of("currencyCode", "USD", "units", "1234", "nanos", 500000000.0));
    assertThat(stack.one(BUDGET).at("thresholdRules[1].thresholdPercent")).isEqualTo(1.5);
    assertThat(stack.one(BUDGET).at("thresholdRules[3].thresholdPercent")).isEqualTo(1.5);
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(
            () ->
                Given.run(
                    () ->
                        BudgetAlerts.builder("vision-dev")
                            .project(project())
                            .monthlyUsd(1)
                            .build()))
        .hasStackTraceContaining(".alertEmail(…) is required");
  }
}
