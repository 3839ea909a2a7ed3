package dev.mlestate.azure.budget;

import com.pulumi.azurenative.consumption.Budget;
import com.pulumi.azurenative.consumption.BudgetArgs;
import com.pulumi.azurenative.consumption.enums.BudgetOperatorType;
import com.pulumi.azurenative.consumption.enums.CategoryType;
import com.pulumi.azurenative.consumption.enums.OperatorType;
import com.pulumi.azurenative.consumption.enums.ThresholdType;
import com.pulumi.azurenative.consumption.enums.TimeGrainType;
import com.pulumi.azurenative.consumption.inputs.BudgetComparisonExpressionArgs;
import com.pulumi.azurenative.consumption.inputs.BudgetFilterArgs;
import com.pulumi.azurenative.consumption.inputs.BudgetTimePeriodArgs;
import com.pulumi.azurenative.consumption.inputs.NotificationArgs;
import com.pulumi.core.Output;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Monthly budgets of what carries the estate's tag in the subscription: one that mails at some
 * percents of what was spent, and one that mails when the month is going to cost more than planned.
 *
 * <pre>{@code
 * BudgetAlerts budget =
 *     BudgetAlerts.builder("vision-dev")
 *         .subscription(subscription)
 *         .estate("vision")
 *         .since(account.creationTime())
 *         .monthlyUsd(5000)
 *         .alertEmail("oncall@example.com")
 *         .build();
 * }</pre>
 *
 * <p>There are two because a budget notifies five times at the most.
 */
public final class BudgetAlerts extends EstateComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:Budget";

  private static final String ESTATE_TAG = "estate";
  private static final int MOST_NOTIFICATIONS = 5;
  private static final double WHOLE = 100;

  /** ARM type Notification, as tested by the public specification, read 2026-11-24. */
  private static final double MOST_PERCENT = 1000;

  private static final int MONTH_LENGTH = "2026-11".length();

  private final Budget budget;
  private final Budget forecast;

  private BudgetAlerts(Builder builder) {
    super(TYPE, builder);
    AzureSubscription subscription =
        ComponentBuilder.required(builder.subscription, "subscription");
    double monthly = ComponentBuilder.required(builder.monthlyUsd, "monthlyUsd");
    String email = ComponentBuilder.required(builder.alertEmail, "alertEmail");
    Map<String, NotificationArgs> spent = new TreeMap<>();
    for (int percent : builder.alertPercents) {
      spent.put("spent-" + percent, notification(ThresholdType.Actual, percent, email));
    }
    budget = budget(componentName(), subscription, builder, monthly, spent);
    Map<String, NotificationArgs> expected = new TreeMap<>();
    expected.put("expected", notification(ThresholdType.Forecasted, WHOLE, email));
    // Azure has no budget of a day: an unusual day shows in what the month is going to cost.
    double unusual =
        Math.min(MOST_PERCENT, Math.rint((monthly + builder.anomalyUsd) / monthly * WHOLE));
    expected.put("unusual", notification(ThresholdType.Forecasted, unusual, email));
    forecast = budget(child("forecast"), subscription, builder, monthly, expected);
    complete(Map.of("name", budget.name()));
  }

  /**
   * Starts budgets.
   *
   * @param name of the budget of what was spent, such as vision-dev
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Of what was spent. */
  public Budget budget() {
    return budget;
  }

  /** Of what is going to be spent. */
  public Budget forecast() {
    return forecast;
  }

  private Budget budget(
      String name,
      AzureSubscription subscription,
      Builder builder,
      double monthly,
      Map<String, NotificationArgs> notifications) {
    return new Budget(
        name,
        BudgetArgs.builder()
            .budgetName(name)
            .scope(subscription.path())
            .category(CategoryType.Cost)
            .amount(monthly)
            .timeGrain(TimeGrainType.Monthly)
            .timePeriod(
                BudgetTimePeriodArgs.builder()
                    .startDate(
                        ComponentBuilder.required(builder.since, "since")
                            .applyValue(BudgetAlerts::firstOfMonth))
                    .build())
            .filter(
                BudgetFilterArgs.builder()
                    .tags(
                        BudgetComparisonExpressionArgs.builder()
                            .name(ESTATE_TAG)
                            .operator(BudgetOperatorType.In)
                            .values(ComponentBuilder.required(builder.estate, "estate"))
                            .build())
                    .build())
            .notifications(notifications)
            .build(),
        parentedDeleteFirst());
  }

  private static NotificationArgs notification(ThresholdType type, double percent, String email) {
    return NotificationArgs.builder()
        .enabled(true)
        .operator(OperatorType.GreaterThanOrEqualTo)
        .threshold(percent)
        .thresholdType(type)
        .contactEmails(email)
        .build();
  }

  /** Such as 2026-11-01T00:00:00Z for any time of November 2026. */
  static String firstOfMonth(String time) {
    if (!time.matches("\\d{4}-\\d{2}-.*")) {
      throw new IllegalArgumentException("not a time in ISO 8601: " + time);
    }
    return time.substring(0, MONTH_LENGTH) + "-01T00:00:00Z";
  }

  /** Builds {@link BudgetAlerts}. */
  public static final class Builder extends ComponentBuilder<BudgetAlerts, Builder> {
    private @Nullable AzureSubscription subscription;
    private @Nullable String estate;
    private @Nullable Output<String> since;
    private @Nullable Double monthlyUsd;
    private @Nullable String alertEmail;
    private List<Integer> alertPercents = List.of(50, 80, 100);
    private double anomalyUsd = 100;

    private Builder(String name) {
      super(name);
    }

    /** Whose costs count. Required. */
    public Builder subscription(AzureSubscription value) {
      subscription = value;
      return this;
    }

    /** The value of the tag {@code estate}, whose costs count. Required. */
    public Builder estate(String value) {
      estate = value;
      return this;
    }

    /**
     * A time in the month from which costs count, which must be the present month when the budget
     * is made, and can never change (azurerm pull request 12121; bicep issue 7149; read
     * 2026-11-24). A fixed date would be refused in another month and a clock's would change each
     * month: the time at which something of the same deployment was made is neither. Required.
     */
    public Builder since(Output<String> value) {
      since = value;
      return this;
    }

    /** US dollars. Required. */
    public Builder monthlyUsd(double value) {
      monthlyUsd = value;
      return this;
    }

    /** Who hears of it. Required. */
    public Builder alertEmail(String value) {
      alertEmail = value;
      return this;
    }

    /** Percents of the budget at which a mail goes out, five at the most. Default: 50, 80, 100. */
    public Builder alertPercents(List<Integer> value) {
      if (value.size() > MOST_NOTIFICATIONS) {
        throw new IllegalArgumentException(
            "a budget notifies " + MOST_NOTIFICATIONS + " times at the most, not " + value.size());
      }
      alertPercents = List.copyOf(value);
      return this;
    }

    /** US dollars by which the forecast exceeds the budget when a mail goes out. Default: 100. */
    public Builder anomalyUsd(double value) {
      anomalyUsd = value;
      return this;
    }

    /** Amounts as the environment file has them. */
    public Builder budget(dev.mlestate.model.Budget value) {
      return monthlyUsd(value.monthlyUsd())
          .alertPercents(value.alertPercents())
          .anomalyUsd(value.anomalyUsd());
    }

    @Override
    public BudgetAlerts build() {
      return new BudgetAlerts(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
