package dev.mlestate.azure.network;

import com.pulumi.azurenative.network.inputs.FlowLogFormatParametersArgs;
import com.pulumi.azurenative.network.inputs.RetentionPolicyParametersArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import dev.mlestate.pulumi.RawType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a network's traffic that is written by a managed identity. The SDK's class knows only
 * the storage account's keys, which ours does not have.
 */
public final class VirtualNetworkFlowLog extends RawResource {
  public static final RawType TYPE =
      new RawType(
          "azure-native:network/v20240101:FlowLog",
          "2.90.0",
          "Microsoft.Network 2024-01-01 gave flow logs an identity (Azure's template reference,"
              + " change log of networkWatchers/flowLogs); the Pulumi registry's pages of"
              + " azure-native list that version for 3.x, 2.90.0 being of the same time; read"
              + " 2026-11-24");

  VirtualNetworkFlowLog(
      String name, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(TYPE, name, args, provider, options);
  }

  /** What a flow log is made of. */
  static final class Args extends ResourceArgs {
    @Import(name = "resourceGroupName", required = true)
    @Nullable Output<String> resourceGroupName;

    @Import(name = "networkWatcherName", required = true)
    @Nullable Output<String> networkWatcherName;

    @Import(name = "flowLogName")
    @Nullable Output<String> flowLogName;

    @Import(name = "location")
    @Nullable Output<String> location;

    @Import(name = "targetResourceId", required = true)
    @Nullable Output<String> targetResourceId;

    @Import(name = "storageId", required = true)
    @Nullable Output<String> storageId;

    @Import(name = "enabled")
    @Nullable Output<Boolean> enabled;

    @Import(name = "format")
    @Nullable Output<FlowLogFormatParametersArgs> format;

    @Import(name = "retentionPolicy")
    @Nullable Output<RetentionPolicyParametersArgs> retentionPolicy;

    @Import(name = "identity")
    @Nullable Output<IdentityArgs> identity;

    @Import(name = "tags")
    @Nullable Output<Map<String, String>> tags;
  }

  /** Who writes. */
  static final class IdentityArgs extends ResourceArgs {
    @Import(name = "type", required = true)
    final Output<String> type = Output.of("UserAssigned");

    @Import(name = "userAssignedIdentities")
    final Output<List<String>> userAssignedIdentities;

    IdentityArgs(Output<String> identityId) {
      this.userAssignedIdentities = identityId.applyValue(List::of);
    }
  }
}
