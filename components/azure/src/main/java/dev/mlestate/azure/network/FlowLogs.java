package dev.mlestate.azure.network;

import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.azurenative.network.enums.FlowLogFormatType;
import com.pulumi.azurenative.network.inputs.FlowLogFormatParametersArgs;
import com.pulumi.azurenative.network.inputs.RetentionPolicyParametersArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.Principal;
import dev.mlestate.azure.identity.RoleGrants;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of a virtual network's traffic in a storage account, written by an identity of its own. Flow
 * logs of security groups are no more: none can be made since 2025-06-30 (Azure Network Watcher
 * documentation, general knowledge, not read).
 *
 * <p>They belong to the network watcher that Azure itself makes with the region's first network,
 * and of which a region has but one: it is used, not made.
 */
public final class FlowLogs extends EstateComponent {
  private static final String WATCHERS = "NetworkWatcherRG";

  /** With bytes and packets. */
  private static final int FORMAT_VERSION = 2;

  /** The longest after which Azure deletes them by itself (general knowledge, not read). */
  private static final int LONGEST_DAYS = 365;

  private final VirtualNetworkFlowLog flowLog;

  private FlowLogs(Builder builder) {
    super("mlestate:azure:FlowLogs", builder);
    AzureSubscription subscription =
        ComponentBuilder.required(builder.subscription, "subscription");
    Providers providers = ComponentBuilder.required(builder.providers, "providers");
    Output<String> storageId = ComponentBuilder.required(builder.storageId, "storageId");
    UserAssignedIdentity writer =
        new UserAssignedIdentity(
            componentName(),
            UserAssignedIdentityArgs.builder()
                .resourceName(componentName())
                .resourceGroupName(
                    ComponentBuilder.required(builder.resourceGroup, "resourceGroup"))
                .location(subscription.location())
                .tags(tags())
                .build(),
            parented());
    Resource grant =
        RoleGrants.grant(
            child("writer"),
            BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR,
            storageId,
            Principal.identity("flow logs", writer.principalId()),
            subscription,
            parented());
    VirtualNetworkFlowLog.Args args = new VirtualNetworkFlowLog.Args();
    args.resourceGroupName = Output.of(WATCHERS);
    args.networkWatcherName = Output.of("NetworkWatcher_" + subscription.location());
    args.flowLogName = Output.of(componentName());
    args.location = Output.of(subscription.location());
    args.targetResourceId = ComponentBuilder.required(builder.networkId, "networkId");
    args.storageId = storageId;
    args.enabled = Output.of(true);
    args.format =
        Output.of(
            FlowLogFormatParametersArgs.builder()
                .type(FlowLogFormatType.JSON)
                .version(FORMAT_VERSION)
                .build());
    args.retentionPolicy =
        Output.of(
            RetentionPolicyParametersArgs.builder()
                .enabled(byAzure(builder.retentionDays))
                .days(byAzure(builder.retentionDays) ? builder.retentionDays : 0)
                .build());
    args.identity = Output.of(new VirtualNetworkFlowLog.IdentityArgs(writer.id()));
    args.tags = Output.of(tags());
    flowLog =
        new VirtualNetworkFlowLog(
            componentName(),
            args,
            providers.carrying(VirtualNetworkFlowLog.TYPE),
            parentedAfter(grant));
    complete(Map.of("flowLogId", flowLog.id()));
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private static boolean byAzure(int days) {
    return days <= LONGEST_DAYS;
  }

  public VirtualNetworkFlowLog flowLog() {
    return flowLog;
  }

  /** Builds {@link FlowLogs}; all but the retention is required. */
  public static final class Builder extends ComponentBuilder<FlowLogs, Builder> {
    private @Nullable AzureSubscription subscription;
    private @Nullable Providers providers;
    private @Nullable Output<String> resourceGroup;
    private @Nullable Output<String> networkId;
    private @Nullable Output<String> storageId;
    private int retentionDays = 365;

    private Builder(String name) {
      super(name);
    }

    /** Where the network is. */
    public Builder subscription(AzureSubscription value) {
      subscription = value;
      return this;
    }

    /** The subscription's providers: flow logs need a later one. */
    public Builder providers(Providers value) {
      providers = value;
      return this;
    }

    /** Name of the resource group that holds the identity. */
    public Builder resourceGroup(Output<String> value) {
      resourceGroup = value;
      return this;
    }

    /** Resource id of the virtual network. */
    public Builder networkId(Output<String> value) {
      networkId = value;
      return this;
    }

    /** Resource id of the storage account. */
    public Builder storageId(Output<String> value) {
      storageId = value;
      return this;
    }

    /**
     * Days that records stay. Longer than 365 Azure keeps them for ever: then the storage account's
     * lifecycle ends them. Default: 365.
     */
    public Builder retentionDays(int value) {
      retentionDays = value;
      return this;
    }

    @Override
    public FlowLogs build() {
      return new FlowLogs(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
