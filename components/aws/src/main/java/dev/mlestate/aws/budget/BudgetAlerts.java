package dev.mlestate.aws.budget;

import com.pulumi.aws.budgets.Budget;
import com.pulumi.aws.budgets.BudgetArgs;
import com.pulumi.aws.budgets.inputs.BudgetCostFilterArgs;
import com.pulumi.aws.budgets.inputs.BudgetNotificationArgs;
import com.pulumi.aws.costexplorer.AnomalyMonitor;
import com.pulumi.aws.costexplorer.AnomalyMonitorArgs;
import com.pulumi.aws.costexplorer.AnomalySubscription;
import com.pulumi.aws.costexplorer.AnomalySubscriptionArgs;
import com.pulumi.aws.costexplorer.CostAllocationTag;
import com.pulumi.aws.costexplorer.CostAllocationTagArgs;
import com.pulumi.aws.costexplorer.inputs.AnomalySubscriptionSubscriberArgs;
import com.pulumi.aws.costexplorer.inputs.AnomalySubscriptionThresholdExpressionArgs;
import com.pulumi.aws.costexplorer.inputs.AnomalySubscriptionThresholdExpressionDimensionArgs;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import dev.mlestate.pulumi.JsonDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A monthly budget of what carries the estate's tag, with mails at some percents of it and at
 * unusual costs.
 *
 * <pre>{@code
 * BudgetAlerts budget =
 *     BudgetAlerts.builder("vision-dev")
 *         .estate("vision")
 *         .monthlyUsd(5000)
 *         .alertEmail("oncall@example.com")
 *         .build();
 * }</pre>
 *
 * <p>Costs are counted by tag only once the tag {@code estate} is a cost allocation tag of the
 * payer's account: see {@link Builder#activateTags}.
 */
public final class BudgetAlerts extends EstateComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:aws:Budget";

  private static final String ESTATE_TAG = "estate";

  private final Budget budget;
  private final AnomalyMonitor monitor;
  private final AnomalySubscription subscription;
  private final Map<String, CostAllocationTag> costAllocationTags = new TreeMap<>();

  private BudgetAlerts(Builder builder) {
    super(TYPE, builder);
    String estate = ComponentBuilder.required(builder.estate, "estate");
    String email = ComponentBuilder.required(builder.alertEmail, "alertEmail");
    budget =
        new Budget(
            componentName(),
            BudgetArgs.builder()
                .name(componentName())
                .budgetType("COST")
                .timeUnit("MONTHLY")
                .limitAmount(amount(ComponentBuilder.required(builder.monthlyUsd, "monthlyUsd")))
                .limitUnit("USD")
                .costFilters(
                    BudgetCostFilterArgs.builder()
                        .name("TagKeyValue")
                        .values("user:" + ESTATE_TAG + "$" + estate)
                        .build())
                .notifications(notifications(builder.alertPercents, email))
                .tags(tags())
                .build(),
            parented());
    monitor =
        new AnomalyMonitor(
            componentName(),
            AnomalyMonitorArgs.builder()
                .name(componentName())
                .monitorType("CUSTOM")
                .monitorSpecification(JsonDocument.of(carriesTag(estate)))
                .tags(tags())
                .build(),
            parented());
    subscription = subscription(email, builder.anomalyUsd);
    for (String key : new TreeSet<>(builder.activatedTags)) {
      costAllocationTags.put(
          key,
          new CostAllocationTag(
              child(key),
              CostAllocationTagArgs.builder().tagKey(key).status("Active").build(),
              parented()));
    }
    complete(Map.of("name", budget.name()));
  }

  /**
   * Starts a budget.
   *
   * @param name of the budget, such as vision-dev
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public Budget budget() {
    return budget;
  }

  public AnomalyMonitor monitor() {
    return monitor;
  }

  public AnomalySubscription subscription() {
    return subscription;
  }

  /** By tag key. */
  public Map<String, CostAllocationTag> costAllocationTags() {
    return Map.copyOf(costAllocationTags);
  }

  private static List<BudgetNotificationArgs> notifications(List<Integer> percents, String email) {
    List<BudgetNotificationArgs> notifications = new ArrayList<>();
    for (int percent : percents) {
      notifications.add(notification("ACTUAL", percent, email));
    }
    // The forecast warns while there is still time to act.
    notifications.add(notification("FORECASTED", 100, email));
    return notifications;
  }

  private static BudgetNotificationArgs notification(String type, int percent, String email) {
    return BudgetNotificationArgs.builder()
        .comparisonOperator("GREATER_THAN")
        .notificationType(type)
        .threshold((double) percent)
        .thresholdType("PERCENTAGE")
        .subscriberEmailAddresses(email)
        .build();
  }

  private AnomalySubscription subscription(String email, double anomalyUsd) {
    return new AnomalySubscription(
        componentName(),
        AnomalySubscriptionArgs.builder()
            .name(componentName())
            // Mails come once a day; anything faster wants a topic.
            .frequency("DAILY")
            .monitorArnLists(monitor.arn().applyValue(List::of))
            .subscribers(
                AnomalySubscriptionSubscriberArgs.builder().type("EMAIL").address(email).build())
            .thresholdExpression(
                AnomalySubscriptionThresholdExpressionArgs.builder()
                    .dimension(
                        AnomalySubscriptionThresholdExpressionDimensionArgs.builder()
                            .key("ANOMALY_TOTAL_IMPACT_ABSOLUTE")
                            .matchOptions("GREATER_THAN_OR_EQUAL")
                            .values(amount(anomalyUsd))
                            .build())
                    .build())
            .tags(tags())
            .build(),
        parented());
  }

  /** Cost Explorer answers with every member; one that is missing here would look like a change. */
  private static Map<String, @Nullable Object> carriesTag(String estate) {
    Map<String, @Nullable Object> tag = new TreeMap<>();
    tag.put("Key", "user:" + ESTATE_TAG);
    tag.put("MatchOptions", null);
    tag.put("Values", List.of(estate));
    Map<String, @Nullable Object> expression = new TreeMap<>();
    for (String absent : List.of("And", "CostCategories", "Dimensions", "Not", "Or")) {
      expression.put(absent, null);
    }
    expression.put("Tags", tag);
    return expression;
  }

  private static String amount(double usd) {
    return BigDecimal.valueOf(usd).stripTrailingZeros().toPlainString();
  }

  /** Builds {@link BudgetAlerts}. */
  public static final class Builder extends ComponentBuilder<BudgetAlerts, Builder> {
    private @Nullable String estate;
    private @Nullable Double monthlyUsd;
    private @Nullable String alertEmail;
    private List<Integer> alertPercents = List.of(50, 80, 100);
    private double anomalyUsd = 100;
    private List<String> activatedTags = List.of();

    private Builder(String name) {
      super(name);
    }

    /** The value of the tag {@code estate}, whose costs count. Required. */
    public Builder estate(String value) {
      estate = value;
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

    /** Percents of the budget at which a mail goes out. Default: 50, 80, 100. */
    public Builder alertPercents(List<Integer> value) {
      alertPercents = List.copyOf(value);
      return this;
    }

    /** US dollars above the expected at which a mail goes out. Default: 100. */
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

    /**
     * Tag keys to make cost allocation tags. Only the payer's account may, for all its accounts at
     * once, and only a day after something first carried the key (AWS Billing User Guide,
     * "Activating user-defined cost allocation tags"; general knowledge, not read): so not in an
     * estate's first deployment. Default: none.
     */
    public Builder activateTags(List<String> value) {
      activatedTags = List.copyOf(value);
      return this;
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
