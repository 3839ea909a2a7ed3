package dev.mlestate.gcp.network;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.NetworkArgs;
import com.pulumi.gcp.compute.RouterNat;
import com.pulumi.gcp.compute.Subnetwork;
import com.pulumi.gcp.dns.Policy;
import com.pulumi.gcp.dns.PolicyArgs;
import com.pulumi.gcp.dns.inputs.PolicyNetworkArgs;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.logging.LogStore;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Labels;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.planning.AddressRange;
import dev.mlestate.planning.AddressRange.Purpose;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.SubnetPlan.Tier;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A private network: regional subnets of the plan, no way in from the internet, a way out only by
 * Cloud NAT, Google's services at a private address, managed services by peering, traffic and DNS
 * queries logged.
 *
 * <p>A network that the company has is used as it is: its routes, endpoints and logs are the
 * company's, only the networks between accelerators are added.
 */
public final class Network extends EstateComponent {
  private final Output<String> id;
  private final Output<String> name;
  private final List<Output<String>> privateSubnetIds = new ArrayList<>();
  private final Map<String, Output<String>> subnetIds = new TreeMap<>();
  private final NetworkPlan plan;
  private final List<FabricNetwork> fabric;
  private com.pulumi.gcp.compute.@Nullable Network network;
  private @Nullable RouterNat nat;
  private @Nullable GoogleApis googleApis;
  private @Nullable PrivateServices privateServices;
  private @Nullable LogStore flowLogs;
  private Map<String, Subnetwork> subnets = Map.of();

  private Network(Builder builder) {
    super("mlestate:gcp:Network", builder);
    plan = ComponentBuilder.required(builder.plan, "plan");
    GcpProject project = ComponentBuilder.required(builder.project, "project");
    if (plan.existing().isPresent()) {
      ExistingNetwork existing = plan.existing().get();
      id = Output.of(existing.id());
      name = Output.of(existing.id().substring(existing.id().lastIndexOf('/') + 1));
      for (ExistingSubnet subnet : existing.privateSubnets()) {
        privateSubnetIds.add(Output.of(subnet.id()));
        subnetIds.put(subnet.id(), Output.of(subnet.id()));
      }
    } else {
      com.pulumi.gcp.compute.Network created = create();
      network = created;
      id = created.id();
      name = created.name();
      furnish(builder, project);
    }
    fabric =
        new FabricNetworks(componentName(), ranges(Purpose.FABRIC), project.region(), parented())
            .all();
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("networkId", id);
    outputs.put("privateSubnetIds", Output.all(privateSubnetIds));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private com.pulumi.gcp.compute.Network create() {
    return new com.pulumi.gcp.compute.Network(
        componentName(),
        NetworkArgs.builder()
            .name(componentName())
            .description("The private network of " + componentName())
            .autoCreateSubnetworks(false)
            .routingMode("REGIONAL")
            .build(),
        parented());
  }

  private void furnish(Builder builder, GcpProject project) {
    subnets = new PrivateSubnets(componentName(), plan, project.region(), id, parented()).all();
    for (SubnetPlan subnet : plan.subnets()) {
      Subnetwork made = subnets.get(subnet.name());
      if (made != null) {
        subnetIds.put(subnet.name(), made.id());
        if (subnet.tier() == Tier.PRIVATE) {
          privateSubnetIds.add(made.id());
        }
      }
    }
    if (plan.natGateways() > 0) {
      nat = new NatGateway(child("nat"), project.region(), id, parented()).nat();
    }
    FirewallRules.denyAll(child("deny"), id, parented());
    List<String> controlPlanes =
        ranges(Purpose.CONTROL_PLANE).stream().flatMap(range -> range.cidr().stream()).toList();
    if (!controlPlanes.isEmpty()) {
      FirewallRules.webhooks(child("webhooks"), id, controlPlanes, nodeTag(), parented());
    }
    if (builder.privateEndpoints) {
      googleApis =
          new GoogleApis(
              child("apis"),
              id,
              FreeAddress.in(plan, builder.reachable),
              Labels.of(tags()),
              parented());
    }
    for (AddressRange range : ranges(Purpose.PRIVATE_SERVICES)) {
      privateServices =
          new PrivateServices(child(range.name()), id, range.cidr().orElseThrow(), parented());
    }
    new Policy(
        child("dns"),
        PolicyArgs.builder()
            .name(child("dns"))
            .description("Logs the network's DNS queries")
            .enableLogging(true)
            .networks(PolicyNetworkArgs.builder().networkUrl(id).build())
            .build(),
        parented());
    flowLogs =
        new LogStore(
            child("flow-logs"),
            project,
            "logName=\"" + project.path() + "/logs/compute.googleapis.com%2Fvpc_flows\"",
            builder.flowLogRetentionDays,
            builder.keys,
            parented());
  }

  private List<AddressRange> ranges(Purpose purpose) {
    return plan.ranges().stream().filter(range -> range.purpose() == purpose).toList();
  }

  /** The network's id: projects/…/global/networks/…. */
  public Output<String> id() {
    return id;
  }

  /** Ids of the private subnets, in which nodes are: projects/…/regions/…/subnetworks/…. */
  public List<Output<String>> privateSubnetIds() {
    return List.copyOf(privateSubnetIds);
  }

  /** The subnet in which a cluster's nodes are: the one that the plan has for it, or the first. */
  public Output<String> subnetOf(String cluster) {
    for (SubnetPlan subnet : plan.subnets()) {
      Output<String> made = subnetIds.get(subnet.name());
      if (made != null && subnet.cluster().equals(Optional.of(cluster))) {
        return made;
      }
    }
    return privateSubnetIds.get(0);
  }

  /** The range that the plan has for a cluster's pods, services or control plane. */
  public Optional<AddressRange> range(String cluster, Purpose purpose) {
    return ranges(purpose).stream()
        .filter(range -> range.cluster().equals(Optional.of(cluster)))
        .findFirst();
  }

  /** What marks machines as nodes for the firewall. */
  public String nodeTag() {
    return child("node");
  }

  /** What others need to stand in the network. */
  public NetworkAccess access() {
    List<Resource> services =
        privateServices == null ? List.of() : List.of(privateServices.connection());
    return new NetworkAccess(id, name, privateSubnetIds, services);
  }

  /** One for each accelerator interface, in their order; empty without a fabric. */
  public List<FabricNetwork> fabric() {
    return fabric;
  }

  /** Absent where the network existed. */
  public Optional<com.pulumi.gcp.compute.Network> network() {
    return Optional.ofNullable(network);
  }

  /** All subnets by the plan's names; empty where the network existed. */
  public Map<String, Subnetwork> subnets() {
    return subnets;
  }

  /** Absent where the network existed or nothing goes out. */
  public Optional<RouterNat> nat() {
    return Optional.ofNullable(nat);
  }

  /** The endpoint of Google's services, where there is one. */
  public Optional<com.pulumi.gcp.compute.GlobalForwardingRule> googleApis() {
    return Optional.ofNullable(googleApis).map(GoogleApis::endpoint);
  }

  /** Where the network's traffic is logged; absent where the network existed. */
  public Optional<LogStore> flowLogs() {
    return Optional.ofNullable(flowLogs);
  }

  /** Builds a {@link Network}; plan and project are required. */
  public static final class Builder extends ComponentBuilder<Network, Builder> {
    private @Nullable NetworkPlan plan;
    private @Nullable GcpProject project;
    private EncryptionKeys keys = EncryptionKeys.providerManaged();
    private boolean privateEndpoints = true;
    private int flowLogRetentionDays = 365;
    private List<String> reachable = List.of();

    private Builder(String name) {
      super(name);
    }

    /** Addresses, subnets, ranges and whether there is a way out. */
    public Builder plan(NetworkPlan value) {
      plan = value;
      return this;
    }

    /** Project and region. */
    public Builder project(GcpProject value) {
      project = value;
      return this;
    }

    /** The keys of the logs. Default: those that Google manages. */
    public Builder keys(EncryptionKeys value) {
      keys = value;
      return this;
    }

    /** Whether Google's services have an address in the network. Default: yes. */
    public Builder privateEndpoints(boolean value) {
      privateEndpoints = value;
      return this;
    }

    /** Days that flow logs stay. Default: 365. */
    public Builder flowLogRetentionDays(int value) {
      flowLogRetentionDays = value;
      return this;
    }

    /** Other networks whose addresses must not be taken. Default: none. */
    public Builder reachable(List<String> value) {
      reachable = List.copyOf(value);
      return this;
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
