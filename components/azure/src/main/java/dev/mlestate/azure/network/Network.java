package dev.mlestate.azure.network;

import com.pulumi.azurenative.network.NatGateway;
import com.pulumi.azurenative.network.NetworkSecurityGroup;
import com.pulumi.azurenative.network.VirtualNetwork;
import com.pulumi.azurenative.network.VirtualNetworkArgs;
import com.pulumi.azurenative.network.inputs.AddressSpaceArgs;
import com.pulumi.core.Output;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.SubnetPlan.Tier;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A private network: a subnet for each cluster, one for private endpoints, one for serverless
 * replicas where there are such, each behind a security group that refuses what is not named; a way
 * out by one NAT gateway alone; private DNS zones for the services that are reached privately.
 *
 * <p>A network that the company has is used as it is: its routes, security groups, DNS zones and
 * flow logs are the company's, and private endpoints are registered by the company's own policies.
 */
public final class Network extends EstateComponent {
  private final Output<String> id;
  private final Map<String, Output<String>> subnetOfCluster = new LinkedHashMap<>();
  private final NetworkAccess access;
  private final boolean existing;
  private final boolean ownGateway;
  private @Nullable VirtualNetwork network;
  private @Nullable SubnetLayout layout;
  private Map<String, PrivateZones.LinkedZone> zones = Map.of();

  private Network(Builder builder) {
    super("mlestate:azure:Network", builder);
    NetworkPlan plan = ComponentBuilder.required(builder.plan, "plan");
    AzureSubscription subscription =
        ComponentBuilder.required(builder.subscription, "subscription");
    Output<String> resourceGroup =
        ComponentBuilder.required(builder.resourceGroup, "resourceGroup");
    Providers providers = ComponentBuilder.required(builder.providers, "providers");
    existing = plan.existing().isPresent();
    ownGateway = !existing && plan.natGateways() > 0;
    if (plan.existing().isPresent()) {
      ExistingSubnets subnets = new ExistingSubnets(plan);
      id = Output.of(plan.existing().map(ExistingNetwork::id).orElseThrow());
      subnetOfCluster.putAll(subnets.byCluster());
      access =
          new NetworkAccess(
              id,
              subnets.nodes(),
              subnets.first(Tier.SERVERLESS),
              endpoints(
                  builder, resourceGroup, subscription.location(), subnets.first(Tier.ENDPOINTS)));
    } else {
      VirtualNetwork created = createNetwork(plan.cidr(), resourceGroup, subscription.location());
      network = created;
      id = created.id();
      SubnetLayout made =
          new SubnetLayout(
              componentName(),
              builder,
              plan,
              resourceGroup,
              subscription.location(),
              created,
              providers.carrying(PrivateSubnet.TYPE),
              parented());
      layout = made;
      subnetOfCluster.putAll(made.byCluster());
      if (builder.privateEndpoints) {
        zones = PrivateZones.create(componentName(), resourceGroup, id, tags(), parented());
      }
      access =
          new NetworkAccess(
              id,
              made.nodeSubnetIds(),
              made.first(Tier.SERVERLESS),
              endpoints(
                  builder, resourceGroup, subscription.location(), made.first(Tier.ENDPOINTS)));
    }
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("networkId", id);
    outputs.put("nodeSubnetIds", Output.all(access.nodeSubnetIds()));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private VirtualNetwork createNetwork(String cidr, Output<String> resourceGroup, String location) {
    return new VirtualNetwork(
        componentName(),
        VirtualNetworkArgs.builder()
            .virtualNetworkName(componentName())
            .resourceGroupName(resourceGroup)
            .location(location)
            .addressSpace(AddressSpaceArgs.builder().addressPrefixes(cidr).build())
            .tags(tags())
            .build(),
        parented());
  }

  private Optional<PrivateEndpoints> endpoints(
      Builder builder,
      Output<String> resourceGroup,
      String location,
      Optional<Output<String>> subnetId) {
    if (!builder.privateEndpoints) {
      return Optional.empty();
    }
    return subnetId.map(
        subnet -> new PrivateEndpoints(resourceGroup, location, subnet, zones, tags()));
  }

  /** Resource id of the virtual network. */
  public Output<String> id() {
    return id;
  }

  /** What stands in the network needs to know of it. */
  public NetworkAccess access() {
    return access;
  }

  /** The subnet of a cluster's nodes and pods. */
  public Output<String> subnetOf(String cluster) {
    Output<String> subnet = subnetOfCluster.get(cluster);
    if (subnet == null) {
      throw new IllegalArgumentException("no subnet was planned for the cluster " + cluster);
    }
    return subnet;
  }

  /** Whether the company had the network before. */
  public boolean isExisting() {
    return existing;
  }

  /** Whether the subnets go out by a NAT gateway that is theirs. */
  public boolean hasGateway() {
    return ownGateway;
  }

  /** Absent where the network existed. */
  public Optional<VirtualNetwork> network() {
    return Optional.ofNullable(network);
  }

  /** Absent where the network existed, and without egress. */
  public Optional<NatGateway> natGateway() {
    return Optional.ofNullable(layout).flatMap(SubnetLayout::gateway);
  }

  /** The subnets by name; empty where the network existed. */
  public Map<String, PrivateSubnet> subnets() {
    return layout == null ? Map.of() : layout.subnets();
  }

  /** The security groups by the subnet's name; empty where the network existed. */
  public Map<String, NetworkSecurityGroup> securityGroups() {
    return layout == null ? Map.of() : layout.securityGroups();
  }

  /** Builds a {@link Network}; plan, subscription, providers and resource group are required. */
  public static final class Builder extends ComponentBuilder<Network, Builder> {
    private @Nullable NetworkPlan plan;
    private @Nullable AzureSubscription subscription;
    private @Nullable Providers providers;
    private @Nullable Output<String> resourceGroup;
    private boolean privateEndpoints = true;
    private Map<String, List<String>> apiClients = Map.of();

    private Builder(String name) {
      super(name);
    }

    /** Addresses, subnets and NAT gateways. */
    public Builder plan(NetworkPlan value) {
      plan = value;
      return this;
    }

    /** Where the network is. */
    public Builder subscription(AzureSubscription value) {
      subscription = value;
      return this;
    }

    /** The subscription's providers: subnets need a later one. */
    public Builder providers(Providers value) {
      providers = value;
      return this;
    }

    /** Name of the resource group that holds the network. */
    public Builder resourceGroup(Output<String> value) {
      resourceGroup = value;
      return this;
    }

    /** Whether services are reached by private endpoints. Default: yes. */
    public Builder privateEndpoints(boolean value) {
      privateEndpoints = value;
      return this;
    }

    /**
     * CIDRs outside the network that reach the private API of a cluster, by the cluster's name.
     * Default: none.
     */
    public Builder apiClients(Map<String, List<String>> value) {
      apiClients = new LinkedHashMap<>(value);
      return this;
    }

    Map<String, List<String>> apiClients() {
      return apiClients;
    }

    boolean hasPrivateEndpoints() {
      return privateEndpoints;
    }

    @Override
    public Network build() {
      return new Network(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
