package dev.mlestate.azure.network;

import com.pulumi.azurenative.network.inputs.DelegationArgs;
import com.pulumi.azurenative.network.inputs.NetworkSecurityGroupArgs;
import com.pulumi.azurenative.network.inputs.RouteTableArgs;
import com.pulumi.azurenative.network.inputs.ServiceEndpointPropertiesFormatArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import dev.mlestate.pulumi.RawType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subnet without the way out that Azure gives by default. The SDK's class is of an API version
 * that cannot say so.
 */
public final class PrivateSubnet extends RawResource {
  public static final RawType TYPE =
      new RawType(
          "azure-native:network/v20231101:Subnet",
          "2.39.0",
          "Microsoft.Network 2023-11-01 has subnets' defaultOutboundAccess (azure-rest-api-specs);"
              + " the Pulumi registry's pages of azure-native 2.39.0 list that version, read"
              + " 2026-11-24");

  PrivateSubnet(String name, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(TYPE, name, args, provider, options);
  }

  /** What a subnet is made of. */
  static final class Args extends ResourceArgs {
    @Import(name = "resourceGroupName", required = true)
    @Nullable Output<String> resourceGroupName;

    @Import(name = "virtualNetworkName", required = true)
    @Nullable Output<String> virtualNetworkName;

    @Import(name = "subnetName")
    @Nullable Output<String> subnetName;

    @Import(name = "addressPrefix")
    @Nullable Output<String> addressPrefix;

    @Import(name = "defaultOutboundAccess")
    @Nullable Output<Boolean> defaultOutboundAccess;

    @Import(name = "networkSecurityGroup")
    @Nullable Output<NetworkSecurityGroupArgs> networkSecurityGroup;

    @Import(name = "natGateway")
    @Nullable Output<SubResourceArgs> natGateway;

    @Import(name = "routeTable")
    @Nullable Output<RouteTableArgs> routeTable;

    @Import(name = "delegations")
    @Nullable Output<List<DelegationArgs>> delegations;

    @Import(name = "serviceEndpoints")
    @Nullable Output<List<ServiceEndpointPropertiesFormatArgs>> serviceEndpoints;

    @Import(name = "privateEndpointNetworkPolicies")
    @Nullable Output<String> privateEndpointNetworkPolicies;
  }
}
