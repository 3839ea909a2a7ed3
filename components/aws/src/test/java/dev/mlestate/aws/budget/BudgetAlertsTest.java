package dev.mlestate.aws.budget;

import static dev.mlestate.aws.testing.RecordedStack.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.aws.testing.Recorded;
import dev.mlestate.aws.testing.RecordedStack;
import dev.mlestate.model.Budget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetAlertsTest {
  @Test
  void warnsBeforeAndWhenTheBudgetIsSpent() {
    RecordedStack stack =
        RecordedStack.of(
            () ->
                BudgetAlerts.builder("vision-dev")
                    .estate("vision")
                    .monthlyUsd(5000)
                    .alertEmail("oncall@example.com")
                    .build());

    var budget = stack.one("aws:budgets/budget:Budget");
    assertThat(budget.inputs())
        .containsEntry("name", "vision-dev")
        .containsEntry("budgetType", "COST")
        .containsEntry("timeUnit", "MONTHLY")
        .containsEntry("limitAmount", "5000")
        .containsEntry("limitUnit", "USD");
    assertThat(budget.at("costFilters[0].name")).isEqualTo("TagKeyValue");
    assertThat(budget.at("costFilters[0].values")).isEqualTo(List.of("user:estate$vision"));
    assertThat((List<?>) budget.at("notifications")).hasSize(4);
    assertThat(budget.at("notifications[0].threshold")).isEqualTo(50.0);
    assertThat(budget.at("notifications[2].threshold")).isEqualTo(100.0);
    assertThat(budget.at("notifications[3].notificationType")).isEqualTo("FORECASTED");
    for (int i = 0; i < 4; i++) {
      assertThat(budget.at("notifications[" + i + "].subscriberEmailAddresses"))
          .isEqualTo(List.of("oncall@example.com"));
    }
    assertThat(stack.all("aws:costexplorer/costAllocationTag:CostAllocationTag")).isEmpty();
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        RecordedStack.of(
            () ->
                BudgetAlerts.builder("vision-dev")
                    .estate("vision")
                    .alertEmail("oncall@example.com")
                    .budget(new Budget(1234.5, List.of(80, 120), 2000, Optional.of(7)))
                    .activateTags(List.of("team", "estate"))
                    .tags(TAGS)
                    .build());

    var budget = stack.one("aws:budgets/budget:Budget");
    assertThat(budget.at("limitAmount")).isEqualTo("1234.5");
    assertThat((List<?>) budget.at("notifications")).hasSize(3);
    var monitor = stack.one("aws:costexplorer/anomalyMonitor:AnomalyMonitor");
    assertThat(monitor.json("monitorSpecification").at("/Tags/Key").asText())
        .isEqualTo("user:estate");
    assertThat(monitor.json("monitorSpecification").at("/Tags/Values/0").asText())
        .isEqualTo("vision");
    var subscription = stack.one("aws:costexplorer/anomalySubscription:AnomalySubscription");
    assertThat(subscription.at("thresholdExpression.dimension"))
        .isEqualTo(
            Map.of(
                "key", "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
                "matchOptions", List.of("GREATER_THAN_OR_EQUAL"),
                "values", List.of("2000")));
    assertThat(subscription.at("subscribers[0].address")).isEqualTo("oncall@example.com");
    assertThat(stack.all("aws:costexplorer/costAllocationTag:CostAllocationTag"))
        .extracting(tag -> tag.at("tagKey"))
        .containsExactly("estate", "team");
    assertThat(List.of(budget, monitor, subscription))
        .allSatisfy((Recorded resource) -> assertThat(resource.at("tags")).isEqualTo(TAGS));
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(
            () -> RecordedStack.of(() -> BudgetAlerts.builder("x").estate("vision").build()))
        .hasStackTraceContaining(".alertEmail(…) is required");
  }
}
