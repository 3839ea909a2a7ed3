package dev.mlestate.azure.network;

import com.pulumi.azurenative.network.NatGateway;
import com.pulumi.azurenative.network.NatGatewayArgs;
import com.pulumi.azurenative.network.PublicIPPrefix;
import com.pulumi.azurenative.network.PublicIPPrefixArgs;
import com.pulumi.azurenative.network.enums.NatGatewaySkuName;
import com.pulumi.azurenative.network.enums.PublicIPPrefixSkuName;
import com.pulumi.azurenative.network.inputs.NatGatewaySkuArgs;
import com.pulumi.azurenative.network.inputs.PublicIPPrefixSkuArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * The one way out: a NAT gateway whose addresses are a prefix, so that others can let them in by
 * one rule. Nothing comes in by it.
 */
final class EgressGateway {
  /** Two addresses: 64,512 ports each (general knowledge, not read). */
  private static final int PREFIX_LENGTH = 31;

  private EgressGateway() {}

  static NatGateway create(
      String name,
      Output<String> resourceGroup,
      String location,
      Map<String, String> tags,
      CustomResourceOptions options) {
    PublicIPPrefix addresses =
        new PublicIPPrefix(
            name,
            PublicIPPrefixArgs.builder()
                .publicIpPrefixName(name)
                .resourceGroupName(resourceGroup)
                .location(location)
                .prefixLength(PREFIX_LENGTH)
                .publicIPAddressVersion("IPv4")
                .sku(PublicIPPrefixSkuArgs.builder().name(PublicIPPrefixSkuName.Standard).build())
                .tags(tags)
                .build(),
            options);
    return new NatGateway(
        name,
        NatGatewayArgs.builder()
            .natGatewayName(name)
            .resourceGroupName(resourceGroup)
            .location(location)
            .sku(NatGatewaySkuArgs.builder().name(NatGatewaySkuName.Standard).build())
            .publicIpPrefixes(SubResourceArgs.builder().id(addresses.id()).build())
            .tags(tags)
            .build(),
        options);
  }
}
