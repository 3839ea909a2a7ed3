package dev.mlestate.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.gcp.network.Network;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.gcp.testing.AcceptingGcp;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.model.SubnetUse;
import dev.mlestate.planning.AddressRange;
import dev.mlestate.planning.AddressRange.Purpose;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One estate for all, because each takes a program to run. */
@TestInstance(Lifecycle.PER_CLASS)
class NetworkTest {
  private static final String NETWORK = "gcp:compute/network:Network";
  private static final String SUBNET = "gcp:compute/subnetwork:Subnetwork";
  private static final String FIREWALL = "gcp:compute/firewall:Firewall";
  private static final String ADDRESS = "gcp:compute/globalAddress:GlobalAddress";

  private final List<String> subnetsOfTrain = new CopyOnWriteArrayList<>();
  private final RecordedStack stack =
      with(Plans.network(Plans.h100(CapacityOption.SPOT)), builder -> builder);

  @Test
  void hasNoSubnetsOfItsOwnMaking() {
    assertThat(stack.one(NETWORK, "vision-dev").at("autoCreateSubnetworks")).isEqualTo(false);
  }

  @Test
  void theSubnetIsPrivateLoggedAndHasTheClustersRanges() {
    Recorded subnet = stack.one(SUBNET, "vision-dev-private-us-central1");

    assertThat(subnet.at("privateIpGoogleAccess")).isEqualTo(true);
    assertThat(subnet.at("logConfig.flowSampling")).isEqualTo(1.0);
    assertThat(subnet.at("secondaryIpRanges"))
        .isEqualTo(
            List.of(
                Map.of("rangeName", "train-pods", "ipCidrRange", "10.42.64.0/18"),
                Map.of("rangeName", "train-services", "ipCidrRange", "10.42.4.0/24")));
  }

  @Test
  void nothingComesInUnlessARuleSaysSo() {
    Recorded deny = stack.one(FIREWALL, "vision-dev-deny");
    Recorded webhooks = stack.one(FIREWALL, "vision-dev-webhooks");

    assertThat(deny.at("denies")).isEqualTo(List.of(Map.of("protocol", "all")));
    assertThat(deny.at("priority")).isEqualTo(65534.0);
    assertThat(webhooks.at("sourceRanges")).isEqualTo(List.of("10.42.5.0/28"));
    assertThat(webhooks.at("targetTags")).isEqualTo(List.of("vision-dev-node"));
    assertThat(stack.all(FIREWALL))
        .filteredOn(rule -> rule.has("allows"))
        .noneMatch(rule -> rule.at("sourceRanges").equals(List.of("0.0.0.0/0")));
  }

  @Test
  void googlesServicesHaveAnAddressThatNothingElseUses() {
    Recorded address = stack.one(ADDRESS, "vision-dev-apis");
    Recorded endpoint = stack.one("gcp:compute/globalForwardingRule:GlobalForwardingRule");

    assertThat(address.at("address")).isEqualTo("10.42.255.254");
    assertThat(endpoint.at("target")).isEqualTo("all-apis");
    assertThat(endpoint.at("loadBalancingScheme")).isEqualTo("");
    assertThat((String) endpoint.at("name")).matches("[a-z][a-z0-9]{0,19}");
    assertThat(stack.all("gcp:dns/managedZone:ManagedZone"))
        .extracting(zone -> zone.at("dnsName"))
        .containsExactlyInAnyOrder("gcr.io.", "googleapis.com.", "pkg.dev.", "run.app.");
    assertThat(
            stack
                .one("gcp:dns/recordSet:RecordSet", "vision-dev-apis-googleapis-com")
                .at("rrdatas"))
        .isEqualTo(List.of("10.42.255.254"));
  }

  @Test
  void managedServicesAttachThemselvesByPeering() {
    Recorded range = stack.one(ADDRESS, "vision-dev-private-services");

    assertThat(range.at("purpose")).isEqualTo("VPC_PEERING");
    assertThat(range.at("address")).isEqualTo("10.42.32.0");
    assertThat(range.at("prefixLength")).isEqualTo(20.0);
    assertThat(stack.one("gcp:servicenetworking/connection:Connection").at("reservedPeeringRanges"))
        .isEqualTo(List.of("vision-dev-private-services-10-42-32-0-20"));
  }

  @Test
  void flowLogsStayAsLongAsTheEnvironmentSays() {
    Recorded bucket = stack.one("gcp:logging/projectBucketConfig:ProjectBucketConfig");
    Recorded sink = stack.one("gcp:logging/projectSink:ProjectSink");

    assertThat(bucket.at("retentionDays")).isEqualTo(14.0);
    assertThat(sink.at("destination"))
        .isEqualTo(
            "logging.googleapis.com/projects/vision-dev-4821/locations/us-central1/buckets/vision-dev-flow-logs");
    assertThat(sink.at("filter"))
        .isEqualTo("logName=\"projects/vision-dev-4821/logs/compute.googleapis.com%2Fvpc_flows\"");
  }

  @Test
  void eachInterfaceOfTheFabricHasANetwork() {
    assertThat(stack.names(NETWORK))
        .containsExactly(
            "vision-dev",
            "vision-dev-fabric-1",
            "vision-dev-fabric-2",
            "vision-dev-fabric-3",
            "vision-dev-fabric-4");
    assertThat(stack.one(NETWORK, "vision-dev-fabric-3").at("mtu")).isEqualTo(8244.0);
    assertThat(stack.one(SUBNET, "vision-dev-fabric-3").at("ipCidrRange"))
        .isEqualTo("10.42.11.0/24");
    assertThat(stack.one(FIREWALL, "vision-dev-fabric-3-within").at("sourceRanges"))
        .isEqualTo(List.of("10.42.11.0/24"));
  }

  @Test
  void withoutEgressOrEndpointsThereIsNeither() {
    NetworkPlan plan = Plans.network();
    RecordedStack closed =
        with(
            new NetworkPlan(
                Optional.empty(), plan.cidr(), plan.zones(), plan.subnets(), plan.ranges(), 0),
            builder -> builder.privateEndpoints(false));

    assertThat(closed.all("gcp:compute/routerNat:RouterNat")).isEmpty();
    assertThat(closed.all("gcp:compute/globalForwardingRule:GlobalForwardingRule")).isEmpty();
    assertThat(closed.all("gcp:dns/managedZone:ManagedZone")).isEmpty();
  }

  @Test
  void aFullNetworkPutsTheEndpointBesideIt() {
    NetworkPlan plan = Plans.network();
    NetworkPlan full =
        new NetworkPlan(
            Optional.empty(),
            plan.cidr(),
            plan.zones(),
            plan.subnets(),
            List.of(
                new AddressRange(
                    "train-pods",
                    Purpose.PODS,
                    Optional.of("train"),
                    Optional.of(Plans.NETWORK),
                    1)),
            1);

    RecordedStack beside = with(full, builder -> builder.reachable(List.of("192.168.0.0/16")));

    assertThat(beside.one(ADDRESS, "vision-dev-apis").at("address")).isEqualTo("172.31.255.254");
  }

  @Test
  void anExistingNetworkIsUsedAsItIs() {
    ExistingSubnet subnet =
        new ExistingSubnet(
            "projects/hub/regions/us-central1/subnetworks/ml",
            Optional.empty(),
            "10.9.0.0/20",
            SubnetUse.NODES);
    NetworkPlan plan =
        new NetworkPlan(
            Optional.of(new ExistingNetwork("projects/hub/global/networks/corp", List.of(subnet))),
            "10.9.0.0/16",
            List.of("us-central1-a"),
            List.of(
                new SubnetPlan(
                    subnet.id(),
                    Optional.empty(),
                    Optional.of("train"),
                    subnet.cidr(),
                    SubnetPlan.Tier.PRIVATE,
                    10,
                    100)),
            List.of(),
            0);

    assertThat(with(plan, builder -> builder).resources())
        .extracting(Recorded::type)
        .containsExactly("mlestate:gcp:Network", "pulumi:providers:gcp");
    assertThat(subnetsOfTrain).contains(subnet.id());
  }

  private RecordedStack with(NetworkPlan plan, UnaryOperator<Network.Builder> setting) {
    return RecordedStack.of(
        new AcceptingGcp(),
        () -> {
          Environment environment = Plans.dev();
          Providers providers = Providers.of("vision-dev", environment);
          Network network =
              setting
                  .apply(
                      Network.builder("vision-dev")
                          .options(providers.options())
                          .plan(plan)
                          .project(GcpProject.of(environment, providers))
                          .flowLogRetentionDays(14))
                  .build();
          var unused = network.subnetOf("train").applyValue(subnetsOfTrain::add);
        });
  }
}
