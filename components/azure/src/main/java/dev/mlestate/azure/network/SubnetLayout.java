package dev.mlestate.azure.network;

import com.pulumi.azurenative.network.NatGateway;
import com.pulumi.azurenative.network.NetworkSecurityGroup;
import com.pulumi.azurenative.network.RouteTable;
import com.pulumi.azurenative.network.RouteTableArgs;
import com.pulumi.azurenative.network.VirtualNetwork;
import com.pulumi.azurenative.network.enums.RouteNextHopType;
import com.pulumi.azurenative.network.inputs.DelegationArgs;
import com.pulumi.azurenative.network.inputs.NetworkSecurityGroupArgs;
import com.pulumi.azurenative.network.inputs.RouteArgs;
import com.pulumi.azurenative.network.inputs.ServiceEndpointPropertiesFormatArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.Resource;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.SubnetPlan.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Subnets, each with a security group of its own. All but those of private endpoints go out by the
 * NAT gateway, or nowhere.
 */
final class SubnetLayout {
  /** Services whose firewalls know subnets, for estates without private endpoints. */
  private static final List<String> SERVICE_ENDPOINTS =
      List.of("Microsoft.ContainerRegistry", "Microsoft.KeyVault", "Microsoft.Storage");

  private static final String CONTAINER_APPS = "Microsoft.App/environments";

  private final String name;
  private final NetworkPlan plan;
  private final Output<String> resourceGroup;
  private final String location;
  private final VirtualNetwork network;
  private final Map<String, List<String>> apiClients;
  private final boolean privateEndpoints;
  private final ProviderResource subnetProvider;
  private final Map<String, String> tags;
  private final CustomResourceOptions options;
  private final Map<String, PrivateSubnet> subnets = new LinkedHashMap<>();
  private final Map<String, NetworkSecurityGroup> groups = new LinkedHashMap<>();
  private @Nullable NatGateway gateway;
  private @Nullable RouteTable nowhere;

  SubnetLayout(
      String name,
      Network.Builder builder,
      NetworkPlan plan,
      Output<String> resourceGroup,
      String location,
      VirtualNetwork network,
      ProviderResource subnetProvider,
      CustomResourceOptions options) {
    this.name = name;
    this.plan = plan;
    this.resourceGroup = resourceGroup;
    this.location = location;
    this.network = network;
    this.apiClients = builder.apiClients();
    this.privateEndpoints = builder.hasPrivateEndpoints();
    this.subnetProvider = subnetProvider;
    this.tags = builder.tags();
    this.options = options;
    if (plan.natGateways() > 0) {
      gateway = EgressGateway.create(name + "-nat", resourceGroup, location, tags, options);
    } else {
      nowhere = routeTable();
    }
    plan.subnets().forEach(this::create);
  }

  /**
   * AKS without a gateway demands a route of its own for the internet; this one ends. Azure takes
   * 0.0.0.0/0 to None as no way out.
   */
  private RouteTable routeTable() {
    return new RouteTable(
        name + "-nowhere",
        RouteTableArgs.builder()
            .routeTableName(name + "-nowhere")
            .resourceGroupName(resourceGroup)
            .location(location)
            .disableBgpRoutePropagation(false)
            .routes(
                RouteArgs.builder()
                    .name("internet")
                    .addressPrefix("0.0.0.0/0")
                    .nextHopType(RouteNextHopType.None)
                    .build())
            .tags(tags)
            .build(),
        options);
  }

  private void create(SubnetPlan subnet) {
    String subnetName = name + "-" + subnet.name();
    NetworkSecurityGroup group =
        new NetworkSecurityGroup(
            subnetName,
            com.pulumi.azurenative.network.NetworkSecurityGroupArgs.builder()
                .networkSecurityGroupName(subnetName)
                .resourceGroupName(resourceGroup)
                .location(location)
                .securityRules(
                    SecurityRules.of(
                        subnet,
                        plan.cidr(),
                        subnet
                            .cluster()
                            .map(cluster -> apiClients.getOrDefault(cluster, List.of()))
                            .orElse(List.of()),
                        plan.natGateways() > 0))
                .tags(tags)
                .build(),
            options);
    groups.put(subnet.name(), group);
    PrivateSubnet.Args args = new PrivateSubnet.Args();
    args.resourceGroupName = resourceGroup;
    args.virtualNetworkName = network.name();
    args.subnetName = Output.of(subnet.name());
    args.addressPrefix = Output.of(subnet.cidr());
    args.defaultOutboundAccess = Output.of(false);
    args.networkSecurityGroup =
        Output.of(NetworkSecurityGroupArgs.builder().id(group.id()).build());
    // Without it a private endpoint, such as a cluster's API, is beyond the security group.
    args.privateEndpointNetworkPolicies = Output.of("Enabled");
    wayOut(subnet.tier(), args);
    subnets.put(
        subnet.name(), new PrivateSubnet(subnetName, args, subnetProvider, afterTheOthers()));
  }

  private void wayOut(Tier tier, PrivateSubnet.Args args) {
    if (tier == Tier.ENDPOINTS) {
      return;
    }
    if (tier == Tier.SERVERLESS) {
      args.delegations =
          Output.of(
              List.of(
                  DelegationArgs.builder()
                      .name("container-apps")
                      .serviceName(CONTAINER_APPS)
                      .build()));
    }
    if (gateway != null) {
      args.natGateway = Output.of(SubResourceArgs.builder().id(gateway.id()).build());
    }
    if (nowhere != null) {
      args.routeTable =
          Output.of(
              com.pulumi.azurenative.network.inputs.RouteTableArgs.builder()
                  .id(nowhere.id())
                  .build());
    }
    if (!privateEndpoints) {
      args.serviceEndpoints =
          Output.of(
              SERVICE_ENDPOINTS.stream()
                  .map(
                      service ->
                          ServiceEndpointPropertiesFormatArgs.builder().service(service).build())
                  .toList());
    }
  }

  /** A network refuses a change while another is under way. */
  private CustomResourceOptions afterTheOthers() {
    List<Resource> others = new ArrayList<>(subnets.values());
    return CustomResourceOptions.merge(
        options, CustomResourceOptions.builder().dependsOn(others).build());
  }

  Map<String, PrivateSubnet> subnets() {
    return Collections.unmodifiableMap(subnets);
  }

  Map<String, NetworkSecurityGroup> securityGroups() {
    return Collections.unmodifiableMap(groups);
  }

  Optional<NatGateway> gateway() {
    return Optional.ofNullable(gateway);
  }

  /** The subnet of a cluster's nodes. */
  Map<String, Output<String>> byCluster() {
    Map<String, Output<String>> found = new LinkedHashMap<>();
    of(Tier.PRIVATE)
        .forEach(subnet -> subnet.cluster().ifPresent(cluster -> found.put(cluster, id(subnet))));
    return found;
  }

  List<Output<String>> nodeSubnetIds() {
    return of(Tier.PRIVATE).map(this::id).toList();
  }

  /** The first subnet of a tier. */
  Optional<Output<String>> first(Tier tier) {
    return of(tier).findFirst().map(this::id);
  }

  private Stream<SubnetPlan> of(Tier tier) {
    return plan.subnets().stream().filter(subnet -> subnet.tier() == tier);
  }

  private Output<String> id(SubnetPlan plan) {
    PrivateSubnet subnet = subnets.get(plan.name());
    if (subnet == null) {
      throw new IllegalStateException("no subnet " + plan.name());
    }
    return subnet.id();
  }
}
