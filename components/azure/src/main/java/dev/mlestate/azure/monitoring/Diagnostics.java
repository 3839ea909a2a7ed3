package dev.mlestate.azure.monitoring;

import com.pulumi.azurenative.insights.DiagnosticSetting;
import com.pulumi.azurenative.insights.DiagnosticSettingArgs;
import com.pulumi.azurenative.insights.inputs.LogSettingsArgs;
import com.pulumi.azurenative.insights.inputs.MetricSettingsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;

/** Sends the logs and metrics of a resource to the workspace. */
public final class Diagnostics {
  /** Every log of a resource, whatever its categories are called. */
  public static final List<String> ALL_LOGS = List.of();

  private static final String SETTING = "logs";

  private Diagnostics() {}

  /**
   * Sends logs to the workspace.
   *
   * @param name in the stack
   * @param resourceId whose logs they are
   * @param categories of logs, or {@link #ALL_LOGS}
   */
  public static DiagnosticSetting send(
      String name,
      Output<String> resourceId,
      LogDestination destination,
      List<String> categories,
      CustomResourceOptions options) {
    return new DiagnosticSetting(
        name,
        DiagnosticSettingArgs.builder()
            .name(SETTING)
            .resourceUri(resourceId)
            .workspaceId(destination.workspaceId())
            .logAnalyticsDestinationType("Dedicated")
            .logs(logs(categories))
            .metrics(MetricSettingsArgs.builder().category("AllMetrics").enabled(true).build())
            .build(),
        options);
  }

  private static List<LogSettingsArgs> logs(List<String> categories) {
    if (categories.isEmpty()) {
      return List.of(LogSettingsArgs.builder().categoryGroup("allLogs").enabled(true).build());
    }
    return categories.stream()
        .map(category -> LogSettingsArgs.builder().category(category).enabled(true).build())
        .toList();
  }
}
