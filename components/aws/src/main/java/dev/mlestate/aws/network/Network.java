package dev.mlestate.aws.network;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.core.Output;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A private network: subnets of the plan over its zones, no way in from the internet, a way out
 * only by NAT, AWS services by private endpoints, traffic logged, a default security group that
 * allows nothing.
 *
 * <p>A network that the company has is used as it is: its routes, endpoints and logs are the
 * company's, only the fabric's security group is added.
 */
public final class Network extends EstateComponent {
  private final Output<String> vpcId;
  private final String cidr;
  private final Subnets privateSubnets;
  private @Nullable Vpc vpc;
  private @Nullable SubnetLayout layout;
  private @Nullable SecurityGroup endpointGroup;
  private @Nullable SecurityGroup fabricGroup;
  private @Nullable FlowLog flowLog;
  private Map<String, VpcEndpoint> endpoints = Map.of();

  private Network(Builder builder) {
    super("mlestate:aws:Network", builder);
    NetworkPlan plan = ComponentBuilder.required(builder.plan, "plan");
    AwsAccount account = ComponentBuilder.required(builder.account, "account");
    cidr = plan.cidr();
    if (plan.existing().isPresent()) {
      ExistingNetwork existing = plan.existing().get();
      vpcId = Output.of(existing.id());
      privateSubnets = existing(existing.privateSubnets());
    } else {
      Vpc created = createVpc(plan.cidr());
      vpc = created;
      vpcId = created.id();
      SubnetLayout made = new SubnetLayout(componentName(), plan, vpcId, tags(), parented());
      layout = made;
      privateSubnets = made.privateSubnets();
      createEndpoints(builder.privateEndpoints, account, made);
      flowLog =
          new FlowLogs(
                  child("flow-logs"),
                  vpcId,
                  account,
                  builder.flowLogRetentionDays,
                  builder.logKeyArn,
                  tags(),
                  parented())
              .flowLog();
    }
    if (builder.fabric) {
      String name = child("fabric");
      fabricGroup = FabricGroup.create(name, vpcId, tagsNamed(name), parented());
    }
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("vpcId", vpcId);
    outputs.put("privateSubnetIds", privateSubnets.all());
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private Vpc createVpc(String vpcCidr) {
    Vpc created =
        new Vpc(
            componentName(),
            VpcArgs.builder()
                .cidrBlock(vpcCidr)
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .tags(tagsNamed(componentName()))
                .build(),
            parented());
    // Adopts the group that comes with every VPC and takes its rules away.
    new DefaultSecurityGroup(
        child("default"),
        DefaultSecurityGroupArgs.builder()
            .vpcId(created.id())
            .tags(tagsNamed(child("default")))
            .build(),
        parented());
    return created;
  }

  private void createEndpoints(boolean interfaces, AwsAccount account, SubnetLayout made) {
    PrivateEndpoints all = new PrivateEndpoints();
    all.gateways(
        componentName(), account.region(), vpcId, made.privateRouteTableIds(), tags(), parented());
    if (interfaces) {
      endpointGroup =
          all.interfaces(
              componentName(), account.region(), vpcId, cidr, privateSubnets, tags(), parented());
    }
    endpoints = all.endpoints();
  }

  private static Subnets existing(List<ExistingSubnet> subnets) {
    return new Subnets(
        subnets.stream().map(subnet -> Output.of(subnet.id())).toList(),
        subnets.stream().map(subnet -> subnet.zone().orElseThrow()).toList());
  }

  public Output<String> vpcId() {
    return vpcId;
  }

  /** The network's addresses, as the plan has them. */
  public String cidr() {
    return cidr;
  }

  public Subnets privateSubnets() {
    return privateSubnets;
  }

  /** Absent where the network existed. */
  public Optional<Vpc> vpc() {
    return Optional.ofNullable(vpc);
  }

  /** All subnets by name; empty where the network existed. */
  public Map<String, Subnet> subnets() {
    return layout == null ? Map.of() : layout.subnets();
  }

  /** Endpoints by service, such as s3 or ecr.api. */
  public Map<String, VpcEndpoint> endpoints() {
    return endpoints;
  }

  /** Of the interface endpoints. */
  public Optional<SecurityGroup> endpointSecurityGroup() {
    return Optional.ofNullable(endpointGroup);
  }

  /** Of EFA interfaces; present if {@link Builder#fabric} was asked for. */
  public Optional<SecurityGroup> fabricSecurityGroup() {
    return Optional.ofNullable(fabricGroup);
  }

  /** Absent where the network existed. */
  public Optional<FlowLog> flowLog() {
    return Optional.ofNullable(flowLog);
  }

  /** Builds a {@link Network}; plan and account are required. */
  public static final class Builder extends ComponentBuilder<Network, Builder> {
    private @Nullable NetworkPlan plan;
    private @Nullable AwsAccount account;
    private boolean privateEndpoints = true;
    private boolean fabric;
    private int flowLogRetentionDays = 365;
    private Optional<Output<String>> logKeyArn = Optional.empty();

    private Builder(String name) {
      super(name);
    }

    /** Addresses, zones, subnets and NAT gateways. */
    public Builder plan(NetworkPlan value) {
      plan = value;
      return this;
    }

    /** Account and region. */
    public Builder account(AwsAccount value) {
      account = value;
      return this;
    }

    /** Whether services are reached by interface endpoints. Default: yes. */
    public Builder privateEndpoints(boolean value) {
      privateEndpoints = value;
      return this;
    }

    /** Whether nodes talk over EFA. Default: no. */
    public Builder fabric(boolean value) {
      fabric = value;
      return this;
    }

    /** Days that flow logs stay at the least. Default: 365. */
    public Builder flowLogRetentionDays(int value) {
      flowLogRetentionDays = value;
      return this;
    }

    /** The key that encrypts the flow logs. Default: the one that AWS manages. */
    public Builder logKeyArn(Output<String> value) {
      logKeyArn = Optional.of(value);
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
