package dev.mlestate.azure.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.azure.testing.Given;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BudgetAlertsTest {
  private static final String BUDGET = "azure-native:consumption:Budget";

  @Test
  void mailsAtEachPercentOfWhatWasSpent() {
    Recorded budget = budgets(builder -> builder.alertPercents(List.of(50, 80))).one(BUDGET, "b");

    assertThat(((Map<?, ?>) budget.at("notifications")).keySet())
        .isEqualTo(Set.of("spent-50", "spent-80"));
    assertThat(budget.at("notifications.spent-80"))
        .isEqualTo(
            Map.of(
                "contactEmails",
                List.of("oncall@example.com"),
                "enabled",
                true,
                "operator",
                "GreaterThanOrEqualTo",
                "threshold",
                80.0,
                "thresholdType",
                "Actual"));
    assertThat(budget.at("amount")).isEqualTo(5000.0);
  }

  @Test
  void mailsWhenTheMonthIsGoingToCostMore() {
    Recorded forecast = budgets(builder -> builder.anomalyUsd(500)).one(BUDGET, "b-forecast");

    assertThat(forecast.at("notifications.expected.threshold")).isEqualTo(100.0);
    assertThat(forecast.at("notifications.unusual.threshold")).isEqualTo(110.0);
    assertThat(forecast.at("notifications.unusual.thresholdType")).isEqualTo("Forecasted");
  }

  @Test
  void anAnomalyIsNoMoreThanAzureCounts() {
    assertThat(
            budgets(builder -> builder.anomalyUsd(1_000_000))
                .one(BUDGET, "b-forecast")
                .at("notifications.unusual.threshold"))
        .isEqualTo(1000.0);
  }

  @Test
  void countsWhatCarriesTheEstatesTagFromTheMonthOnInWhichItWasMade() {
    Recorded budget = budgets(builder -> builder).one(BUDGET, "b");

    assertThat(budget.at("scope")).isEqualTo("/subscriptions/" + AcceptingAzure.SUBSCRIPTION);
    assertThat(budget.at("filter.tags"))
        .isEqualTo(Map.of("name", "estate", "operator", "In", "values", List.of("vision")));
    assertThat(budget.at("timePeriod")).isEqualTo(Map.of("startDate", "2026-11-01T00:00:00Z"));
  }

  @Test
  void whatIsNoTimeIsRefused() {
    assertThatThrownBy(() -> BudgetAlerts.firstOfMonth("yesterday"))
        .hasMessageContaining("not a time in ISO 8601: yesterday");
  }

  @Test
  void moreMailsThanAzureSendsAreRefused() {
    assertThatThrownBy(() -> BudgetAlerts.builder("b").alertPercents(List.of(1, 2, 3, 4, 5, 6)))
        .hasMessageContaining("5 times at the most, not 6");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(
            () ->
                RecordedStack.of(
                    new AcceptingAzure(),
                    () ->
                        BudgetAlerts.builder("b").subscription(new Given().subscription()).build()))
        .hasStackTraceContaining(".monthlyUsd(…) is required");
  }

  private static RecordedStack budgets(UnaryOperator<BudgetAlerts.Builder> options) {
    return RecordedStack.of(
        new AcceptingAzure(),
        () ->
            options
                .apply(
                    BudgetAlerts.builder("b")
                        .subscription(new Given().subscription())
                        .estate("vision")
                        .since(Output.of("2026-11-24T01:02:03Z"))
                        .monthlyUsd(5000)
                        .alertEmail("oncall@example.com"))
                .build());
  }
}
