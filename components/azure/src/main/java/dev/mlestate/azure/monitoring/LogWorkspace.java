package dev.mlestate.azure.monitoring;

import com.pulumi.azurenative.operationalinsights.Workspace;
import com.pulumi.azurenative.operationalinsights.WorkspaceArgs;
import com.pulumi.azurenative.operationalinsights.enums.PublicNetworkAccessType;
import com.pulumi.azurenative.operationalinsights.enums.WorkspaceSkuNameEnum;
import com.pulumi.azurenative.operationalinsights.inputs.WorkspaceFeaturesArgs;
import com.pulumi.azurenative.operationalinsights.inputs.WorkspaceSkuArgs;
import com.pulumi.core.Output;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Log Analytics workspace of the estate, opened by roles alone, without keys of its own. What
 * Azure's services write reaches it within Azure; nothing is taken from the internet.
 *
 * <p>It is encrypted with keys that Microsoft manages: one of the customer's needs a dedicated
 * cluster of 100 GB a day at the least (Azure Monitor documentation, "Azure Monitor
 * customer-managed keys"; general knowledge, not read).
 */
public final class LogWorkspace extends EstateComponent {
  /** Days that a workspace keeps logs at the least and at the most, as it is billed. */
  private static final int SHORTEST_DAYS = 30;

  private static final int LONGEST_DAYS = 730;

  private final Workspace workspace;

  private LogWorkspace(Builder builder) {
    super("mlestate:azure:LogWorkspace", builder);
    AzureSubscription subscription =
        ComponentBuilder.required(builder.subscription, "subscription");
    workspace =
        new Workspace(
            child("logs"),
            WorkspaceArgs.builder()
                .workspaceName(child("logs"))
                .resourceGroupName(
                    ComponentBuilder.required(builder.resourceGroup, "resourceGroup"))
                .location(subscription.location())
                .sku(WorkspaceSkuArgs.builder().name(WorkspaceSkuNameEnum.PerGB2018).build())
                .retentionInDays(possible(builder.retentionDays))
                .features(
                    WorkspaceFeaturesArgs.builder()
                        .disableLocalAuth(true)
                        .enableLogAccessUsingOnlyResourcePermissions(true)
                        .build())
                .publicNetworkAccessForIngestion(PublicNetworkAccessType.Disabled)
                .publicNetworkAccessForQuery(PublicNetworkAccessType.Enabled)
                .tags(tags())
                .build(),
            parented());
    complete(Map.of("workspaceId", workspace.id()));
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * The nearest retention that a workspace has, from 30 to 730 days (Azure Monitor documentation,
   * "Manage data retention in a Log Analytics workspace"; general knowledge, not read).
   */
  static int possible(int days) {
    return Math.max(SHORTEST_DAYS, Math.min(LONGEST_DAYS, days));
  }

  public Workspace workspace() {
    return workspace;
  }

  /** Where others send their logs. */
  public LogDestination destination() {
    return new LogDestination(workspace.id(), workspace.customerId());
  }

  /** Builds a {@link LogWorkspace}; subscription and resource group are required. */
  public static final class Builder extends ComponentBuilder<LogWorkspace, Builder> {
    private @Nullable AzureSubscription subscription;
    private @Nullable Output<String> resourceGroup;
    private int retentionDays = 365;

    private Builder(String name) {
      super(name);
    }

    /** Where the workspace is. */
    public Builder subscription(AzureSubscription value) {
      subscription = value;
      return this;
    }

    /** Name of the resource group that holds it. */
    public Builder resourceGroup(Output<String> value) {
      resourceGroup = value;
      return this;
    }

    /** Days that logs stay; a workspace has 30 to 730. Default: 365. */
    public Builder retentionDays(int value) {
      retentionDays = value;
      return this;
    }

    @Override
    public LogWorkspace build() {
      return new LogWorkspace(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
