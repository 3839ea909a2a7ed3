package dev.mlestate.azure.serving;

import com.pulumi.azurenative.insights.AutoscaleSetting;
import com.pulumi.azurenative.insights.AutoscaleSettingArgs;
import com.pulumi.azurenative.insights.enums.ComparisonOperationType;
import com.pulumi.azurenative.insights.enums.MetricStatisticType;
import com.pulumi.azurenative.insights.enums.ScaleDirection;
import com.pulumi.azurenative.insights.enums.ScaleType;
import com.pulumi.azurenative.insights.enums.TimeAggregationType;
import com.pulumi.azurenative.insights.inputs.AutoscaleProfileArgs;
import com.pulumi.azurenative.insights.inputs.MetricTriggerArgs;
import com.pulumi.azurenative.insights.inputs.ScaleActionArgs;
import com.pulumi.azurenative.insights.inputs.ScaleCapacityArgs;
import com.pulumi.azurenative.insights.inputs.ScaleRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.model.Replicas;
import java.util.Map;

/** Keeps as many instances as the requests want. */
final class Scaling {
  /** Supported metrics of Microsoft.MachineLearningServices/workspaces/onlineEndpoints. */
  private static final String METRIC = "RequestsPerMinute";

  private static final String WINDOW = "PT5M";

  /** An instance takes minutes to come, so it goes later than it came. */
  private static final String OUT_COOLDOWN = "PT5M";

  private static final String IN_COOLDOWN = "PT15M";

  private Scaling() {}

  static AutoscaleSetting create(
      String name,
      Output<String> resourceGroup,
      String location,
      Output<String> deploymentId,
      Output<String> endpointId,
      Replicas replicas,
      double requestsPerMinute,
      Map<String, String> tags,
      CustomResourceOptions options) {
    int least = Math.max(1, replicas.min());
    String minimum = String.valueOf(least);
    return new AutoscaleSetting(
        name,
        AutoscaleSettingArgs.builder()
            .autoscaleSettingName(name)
            .name(name)
            .resourceGroupName(resourceGroup)
            .location(location)
            .enabled(true)
            .targetResourceUri(deploymentId)
            .profiles(
                AutoscaleProfileArgs.builder()
                    .name("requests")
                    .capacity(
                        ScaleCapacityArgs.builder()
                            .minimum(minimum)
                            .maximum(String.valueOf(Math.max(least, replicas.max())))
                            .default_(minimum)
                            .build())
                    .rules(
                        rule(
                            endpointId,
                            ComparisonOperationType.GreaterThan,
                            requestsPerMinute,
                            ScaleDirection.Increase,
                            OUT_COOLDOWN),
                        // Half, so that what is left after an instance went does not bring it back.
                        rule(
                            endpointId,
                            ComparisonOperationType.LessThan,
                            requestsPerMinute / 2,
                            ScaleDirection.Decrease,
                            IN_COOLDOWN))
                    .build())
            .tags(tags)
            .build(),
        options);
  }

  private static ScaleRuleArgs rule(
      Output<String> endpointId,
      ComparisonOperationType comparison,
      double threshold,
      ScaleDirection direction,
      String cooldown) {
    return ScaleRuleArgs.builder()
        .metricTrigger(
            MetricTriggerArgs.builder()
                .metricName(METRIC)
                .metricResourceUri(endpointId)
                .dividePerInstance(true)
                .operator(comparison)
                .statistic(MetricStatisticType.Average)
                .timeAggregation(TimeAggregationType.Average)
                .timeGrain("PT1M")
                .timeWindow(WINDOW)
                .threshold(threshold)
                .build())
        .scaleAction(
            ScaleActionArgs.builder()
                .direction(direction)
                .type(ScaleType.ChangeCount)
                .value("1")
                .cooldown(cooldown)
                .build())
        .build();
  }
}
