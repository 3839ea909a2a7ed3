package dev.mlestate.aws.network;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.SubnetPlan.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Subnets and routes. Public subnets hold nothing but NAT gateways; a private subnet goes out by
 * the gateway of its zone, or by the first where its zone has none.
 */
final class SubnetLayout {
  private static final String ANYWHERE = "0.0.0.0/0";

  private final String name;
  private final Output<String> vpcId;
  private final Map<String, String> tags;
  private final CustomResourceOptions options;
  private final Map<String, Subnet> subnets = new LinkedHashMap<>();
  private final Map<String, NatGateway> gatewayOfZone = new LinkedHashMap<>();
  private final List<Output<String>> privateRouteTableIds = new ArrayList<>();
  private final Subnets privateSubnets;

  SubnetLayout(
      String name,
      NetworkPlan plan,
      Output<String> vpcId,
      Map<String, String> tags,
      CustomResourceOptions options) {
    this.name = name;
    this.vpcId = vpcId;
    this.tags = tags;
    this.options = options;
    plan.subnets().forEach(subnet -> subnets.put(subnet.name(), create(subnet)));
    List<SubnetPlan> publicPlans = tier(plan, Tier.PUBLIC);
    if (plan.natGateways() > 0) {
      createWayOut(publicPlans, plan.natGateways());
    }
    List<SubnetPlan> privatePlans = tier(plan, Tier.PRIVATE);
    privatePlans.forEach(this::routePrivate);
    privateSubnets =
        new Subnets(
            privatePlans.stream().map(subnet -> idOf(subnet)).toList(),
            privatePlans.stream().map(SubnetLayout::zone).toList());
  }

  Map<String, Subnet> subnets() {
    return Collections.unmodifiableMap(subnets);
  }

  Subnets privateSubnets() {
    return privateSubnets;
  }

  Output<List<String>> privateRouteTableIds() {
    return Output.all(privateRouteTableIds);
  }

  private static List<SubnetPlan> tier(NetworkPlan plan, Tier tier) {
    return plan.subnets().stream().filter(subnet -> subnet.tier() == tier).toList();
  }

  private static String zone(SubnetPlan plan) {
    return plan.zone()
        .orElseThrow(() -> new IllegalArgumentException(plan.name() + " was planned no zone"));
  }

  private Subnet create(SubnetPlan plan) {
    // How load balancers find their subnets (EKS User Guide, "Subnet requirements"; general
    // knowledge, not read).
    String role =
        switch (plan.tier()) {
          case PRIVATE -> "kubernetes.io/role/internal-elb";
          case PUBLIC -> "kubernetes.io/role/elb";
          case ENDPOINTS, SERVERLESS ->
              throw new IllegalArgumentException("AWS needs no subnet of its own for " + plan);
        };
    Map<String, String> all = named(name + "-" + plan.name());
    all.put(role, "1");
    return new Subnet(
        name + "-" + plan.name(),
        SubnetArgs.builder()
            .vpcId(vpcId)
            .availabilityZone(zone(plan))
            .cidrBlock(plan.cidr())
            .mapPublicIpOnLaunch(false)
            .tags(all)
            .build(),
        options);
  }

  private void createWayOut(List<SubnetPlan> publicPlans, int count) {
    if (publicPlans.size() < count) {
      throw new IllegalArgumentException(
          count + " NAT gateways need as many public subnets, not " + publicPlans.size());
    }
    InternetGateway internet =
        new InternetGateway(
            name, InternetGatewayArgs.builder().vpcId(vpcId).tags(named(name)).build(), options);
    RouteTable table = routeTable("public");
    new Route(
        name + "-public",
        RouteArgs.builder()
            .routeTableId(table.id())
            .destinationCidrBlock(ANYWHERE)
            .gatewayId(internet.id())
            .build(),
        options);
    publicPlans.forEach(subnet -> associate(subnet, table));
    for (SubnetPlan subnet : publicPlans.subList(0, count)) {
      String gatewayName = name + "-nat-" + zone(subnet);
      Eip address =
          new Eip(
              gatewayName,
              EipArgs.builder().domain("vpc").tags(named(gatewayName)).build(),
              options);
      gatewayOfZone.put(
          zone(subnet),
          new NatGateway(
              gatewayName,
              NatGatewayArgs.builder()
                  .subnetId(idOf(subnet))
                  .allocationId(address.id())
                  .connectivityType("public")
                  .tags(named(gatewayName))
                  .build(),
              CustomResourceOptions.merge(
                  options, CustomResourceOptions.builder().dependsOn(internet).build())));
    }
  }

  private void routePrivate(SubnetPlan subnet) {
    RouteTable table = routeTable(subnet.name());
    privateRouteTableIds.add(table.id());
    associate(subnet, table);
    if (gatewayOfZone.isEmpty()) {
      return;
    }
    NatGateway first = gatewayOfZone.values().iterator().next();
    new Route(
        name + "-" + subnet.name(),
        RouteArgs.builder()
            .routeTableId(table.id())
            .destinationCidrBlock(ANYWHERE)
            .natGatewayId(gatewayOfZone.getOrDefault(zone(subnet), first).id())
            .build(),
        options);
  }

  private RouteTable routeTable(String suffix) {
    String tableName = name + "-" + suffix;
    return new RouteTable(
        tableName, RouteTableArgs.builder().vpcId(vpcId).tags(named(tableName)).build(), options);
  }

  private void associate(SubnetPlan subnet, RouteTable table) {
    new RouteTableAssociation(
        name + "-" + subnet.name(),
        RouteTableAssociationArgs.builder().subnetId(idOf(subnet)).routeTableId(table.id()).build(),
        options);
  }

  private Output<String> idOf(SubnetPlan plan) {
    Subnet subnet = subnets.get(plan.name());
    if (subnet == null) {
      throw new IllegalStateException("no subnet " + plan.name());
    }
    return subnet.id();
  }

  private Map<String, String> named(String shownName) {
    Map<String, String> all = new TreeMap<>(tags);
    all.put("Name", shownName);
    return all;
  }
}
