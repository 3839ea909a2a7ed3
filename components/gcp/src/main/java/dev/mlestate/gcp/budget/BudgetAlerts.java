package dev.mlestate.gcp.budget;

import com.pulumi.core.Output;
import com.pulumi.gcp.billing.Budget;
import com.pulumi.gcp.billing.BudgetArgs;
import com.pulumi.gcp.billing.inputs.BudgetAllUpdatesRuleArgs;
import com.pulumi.gcp.billing.inputs.BudgetAmountArgs;
import com.pulumi.gcp.billing.inputs.BudgetAmountSpecifiedAmountArgs;
import com.pulumi.gcp.billing.inputs.BudgetBudgetFilterArgs;
import com.pulumi.gcp.billing.inputs.BudgetThresholdRuleArgs;
import com.pulumi.gcp.monitoring.NotificationChannel;
import com.pulumi.gcp.monitoring.NotificationChannelArgs;
import com.pulumi.gcp.pubsub.Topic;
import com.pulumi.gcp.pubsub.TopicArgs;
import com.pulumi.gcp.pubsub.TopicIAMMember;
import com.pulumi.gcp.pubsub.TopicIAMMemberArgs;
import com.pulumi.gcp.pubsub.inputs.TopicMessageStoragePolicyArgs;
import dev.mlestate.gcp.component.GcpBuilder;
import dev.mlestate.gcp.component.GcpComponent;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.ComponentBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A monthly budget of the project, with mails and messages at some percents of it, and when the
 * month's forecast is so much above it.
 *
 * <pre>{@code
 * BudgetAlerts budget =
 *     BudgetAlerts.builder("vision-dev")
 *         .project(project)
 *         .monthlyUsd(5000)
 *         .alertEmail("oncall@example.com")
 *         .build();
 * }</pre>
 *
 * <p>Google finds unusual costs by itself, in the billing console alone: the provider has no
 * resource for it. The forecast stands in.
 */
public final class BudgetAlerts extends GcpComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:gcp:Budget";

  /**
   * Who publishes a budget's messages (Cloud Billing documentation, "Programmatic notifications";
   * general knowledge, not read).
   */
  private static final String PUBLISHER =
      "serviceAccount:billing-budget-alert@system.gserviceaccount.com";

  private static final int NANOS_DIGITS = 9;

  private final Topic topic;
  private final TopicIAMMember publisher;
  private final NotificationChannel channel;
  private final Budget budget;

  private BudgetAlerts(Builder builder) {
    super(TYPE, builder);
    String email = ComponentBuilder.required(builder.alertEmail, "alertEmail");
    double monthlyUsd = ComponentBuilder.required(builder.monthlyUsd, "monthlyUsd");
    topic = makeTopic();
    publisher =
        new TopicIAMMember(
            child("budget-publisher"),
            TopicIAMMemberArgs.builder()
                .topic(topic.name())
                .role("roles/pubsub.publisher")
                .member(PUBLISHER)
                .build(),
            parented());
    channel =
        new NotificationChannel(
            child("budget"),
            NotificationChannelArgs.builder()
                .displayName("Budget of " + componentName())
                .type("email")
                .labels(Map.of("email_address", email))
                .userLabels(labels())
                .build(),
            parented());
    budget =
        new Budget(
            componentName(),
            BudgetArgs.builder()
                .billingAccount(project().billingAccount())
                .displayName(componentName())
                .amount(BudgetAmountArgs.builder().specifiedAmount(amount(monthlyUsd)).build())
                .budgetFilter(
                    BudgetBudgetFilterArgs.builder()
                        .projects(
                            project().number().applyValue(number -> List.of("projects/" + number)))
                        .calendarPeriod("MONTH")
                        .creditTypesTreatment("INCLUDE_ALL_CREDITS")
                        .build())
                .thresholdRules(thresholds(builder.alertPercents, builder.anomalyUsd / monthlyUsd))
                .allUpdatesRule(
                    BudgetAllUpdatesRuleArgs.builder()
                        .pubsubTopic(topic.id())
                        .schemaVersion("1.0")
                        .monitoringNotificationChannels(channel.id().applyValue(List::of))
                        .build())
                .build(),
            parentedAfter(publisher));
    complete(Map.of("name", name()));
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

  /** The name that the console shows. */
  public Output<String> name() {
    return budget.displayName().applyValue(name -> name.orElse(""));
  }

  /** Receives a message at each threshold, and at each update of the costs. */
  public Topic topic() {
    return topic;
  }

  public NotificationChannel channel() {
    return channel;
  }

  /** What lets Cloud Billing publish. */
  public TopicIAMMember publisher() {
    return publisher;
  }

  private Topic makeTopic() {
    var args =
        TopicArgs.builder()
            .name(child("budget"))
            .messageStoragePolicy(
                TopicMessageStoragePolicyArgs.builder()
                    .allowedPersistenceRegions(project().region())
                    .build())
            .labels(labels());
    key(KeyDomain.LOGS).ifPresent(args::kmsKeyName);
    return new Topic(child("budget"), args.build(), parentedEncryptedDeleteFirst(KeyDomain.LOGS));
  }

  private static List<BudgetThresholdRuleArgs> thresholds(
      List<Integer> percents, double tolerance) {
    List<BudgetThresholdRuleArgs> rules = new ArrayList<>();
    for (int percent : percents) {
      rules.add(threshold("CURRENT_SPEND", percent / 100.0));
    }
    // The forecast warns while there is still time to act.
    rules.add(threshold("FORECASTED_SPEND", 1));
    rules.add(
        threshold(
            "FORECASTED_SPEND",
            BigDecimal.valueOf(1 + tolerance).setScale(4, RoundingMode.HALF_UP).doubleValue()));
    return rules;
  }

  private static BudgetThresholdRuleArgs threshold(String basis, double share) {
    return BudgetThresholdRuleArgs.builder().spendBasis(basis).thresholdPercent(share).build();
  }

  private static BudgetAmountSpecifiedAmountArgs amount(double usd) {
    BigDecimal exact = BigDecimal.valueOf(usd);
    BigDecimal units = exact.setScale(0, RoundingMode.FLOOR);
    var amount =
        BudgetAmountSpecifiedAmountArgs.builder().currencyCode("USD").units(units.toPlainString());
    int nanos = exact.subtract(units).movePointRight(NANOS_DIGITS).intValue();
    if (nanos > 0) {
      amount.nanos(nanos);
    }
    return amount.build();
  }

  /** Builds {@link BudgetAlerts}. */
  public static final class Builder extends GcpBuilder<BudgetAlerts, Builder> {
    private @Nullable Double monthlyUsd;
    private @Nullable String alertEmail;
    private List<Integer> alertPercents = List.of(50, 80, 100);
    private double anomalyUsd = 100;

    private Builder(String name) {
      super(name);
    }

    /** US dollars, which must be the billing account's currency. Required. */
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

    /**
     * US dollars by which the month's forecast is above the budget when a mail goes out. Default:
     * 100.
     */
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
