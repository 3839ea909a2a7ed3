package dev.mlestate.aws.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cpu;
import dev.mlestate.model.Egress;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.model.Fabric;
import dev.mlestate.model.NodePool;
import dev.mlestate.model.Serving;
import dev.mlestate.model.ServingAccelerator;
import dev.mlestate.planning.PlanResult;
import dev.mlestate.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad input has exactly one problem, with its place, reason and remedy. */
class BadInputTest {
  private static final NodePool SYSTEM = Fixture.cpu("system", 4, 16, 2, 4);

  static Stream<Arguments> badInputs() {
    return Stream.of(
        bad(
            "TPU on AWS",
            Fixture.of(SYSTEM, Fixture.tpu("tpu")),
            "clusters[0].nodePools[1].tpu",
            "AWS has no TPU v5e 4x4",
            "use accelerator: H100, H200, A100, L4, L40S, A10G, T4, Trainium or Inferentia; or"
                + " cloud: gcp"),
        bad(
            "a count that no machine has",
            Fixture.of(SYSTEM, gpu("h100", AcceleratorType.H100, 4, Fabric.NONE)),
            "clusters[0].nodePools[1].accelerator.perNode",
            "no machine type of aws has 4 × H100",
            "use perNode: 1 (p5.4xlarge) or perNode: 8 (p5.48xlarge)"),
        bad(
            "a machine type that the region lacks",
            in("eu-west-1", SYSTEM, gpu("h200", AcceleratorType.H200, 8, Fabric.NONE)),
            "clusters[0].nodePools[1].accelerator.type",
            "8 × H200 (p5e.48xlarge and p5en.48xlarge) is not offered in eu-west-1",
            "use region eu-west-2, eu-north-1 or us-east-1;"
                + " or in eu-west-1 use 8 × A100 (p4d.24xlarge), 8 × A10G (g5.48xlarge) or 6 ×"
                + " Inferentia (inf2.24xlarge)"),
        bad(
            "an unknown region",
            in("us-east-9", SYSTEM),
            "region",
            "the catalog has no region us-east-9 of AWS",
            "use us-east-1, us-east-2, us-west-2, us-west-1, ca-central-1, sa-east-1, eu-west-1,"
                + " eu-west-2, eu-central-1, eu-north-1, ap-northeast-1, ap-south-1,"
                + " ap-southeast-1 or ap-southeast-2"),
        bad(
            "a region outside residency",
            with(f -> f.allowedRegions = List.of("eu-central-1"), SYSTEM),
            "region",
            "us-east-1 is not in residency.allowedRegions",
            "use eu-central-1"),
        bad(
            "RDMA without EFA",
            Fixture.of(SYSTEM, gpu("inf", AcceleratorType.INFERENTIA, 1, Fabric.RDMA)),
            "clusters[0].nodePools[1].fabric",
            "inf2.xlarge has no RDMA network",
            "use fabric: none, or a machine type that has one: p5.4xlarge, g4dn.8xlarge,"
                + " g6.8xlarge, g5.8xlarge, g6e.8xlarge, g4dn.12xlarge or 19 more"),
        bad(
            "RDMA on an ordinary machine",
            Fixture.of(rdma(SYSTEM)),
            "clusters[0].nodePools[0].fabric",
            "m7i.xlarge has no RDMA network",
            "use fabric: none, or a machine type that has one: m6i.32xlarge, c7i.48xlarge,"
                + " m7i.48xlarge or r7i.48xlarge"),
        bad(
            "more vCPUs than any machine",
            Fixture.of(Fixture.cpu("system", 500, 16, 2, 4)),
            "clusters[0].nodePools[0].cpu",
            "no machine type of aws has 500 vCPUs, 16 GiB",
            "the largest is r7i.48xlarge with 192 vCPUs, 1,536 GiB"),
        bad(
            "queued capacity",
            Fixture.of(
                SYSTEM,
                Fixture.gpu("l4", AcceleratorType.L4, 1, 2, Fabric.NONE, CapacityOption.QUEUED)),
            "clusters[0].nodePools[1].capacity[0]",
            "AWS has no queued capacity",
            "use reservation (a capacity reservation or Capacity Block), spot or on-demand"),
        bad(
            "a capacity option twice",
            Fixture.of(
                SYSTEM,
                Fixture.gpu(
                    "l4",
                    AcceleratorType.L4,
                    1,
                    2,
                    Fabric.NONE,
                    CapacityOption.SPOT,
                    CapacityOption.SPOT)),
            "clusters[0].nodePools[1].capacity[1]",
            "spot stands twice",
            "remove one of them"),
        bad(
            "a reservation without an id",
            Fixture.of(SYSTEM, reserved()),
            "clusters[0].nodePools[1].capacity[0]",
            "pool h100 has no reservation to use",
            "name it under aws.reservations.h100: cr-…, or use spot or on-demand"),
        bad(
            "a reservation with a wrong id",
            with(f -> f.reservations = Map.of("h100", "i-123"), SYSTEM, reserved()),
            "aws.reservations.h100",
            "i-123 is no id of a capacity reservation",
            "use cr- and the hexadecimal digits after it"),
        bad(
            "a reservation that its pool does not use",
            with(f -> f.reservations = Map.of("system", "cr-0a1b2c3d"), SYSTEM),
            "aws.reservations.system",
            "pool system does not use its reservation",
            "add reservation to its capacity, or remove this line"),
        bad(
            "a reservation of no pool",
            with(f -> f.reservations = Map.of("h10", "cr-0a1b2c3d"), SYSTEM),
            "aws.reservations.h10",
            "there is no node pool h10",
            "the node pools are system"),
        bad(
            "a machine type that the organisation refuses",
            with(
                f -> f.machineTypes = List.of("m7i.*", "g6.*"),
                SYSTEM,
                gpu("h100", AcceleratorType.H100, 8, Fabric.NONE)),
            "clusters[0].nodePools[1].accelerator.type",
            "organisation.yaml does not allow p5.48xlarge in prod",
            "allowed machine types are m7i.*, g6.*"),
        bad(
            "a network too small for its nodes",
            with(f -> f.cidr = "10.40.0.0/23", SYSTEM),
            "network.cidr",
            "10.40.0.0/23 is too small for 3 zones: us-east-1a needs 168 addresses"
                + " (train/system 2 nodes × 60, control planes 16, endpoints 32)",
            "use a block of /22, or lower clusters[0].nodePools[0].nodes.max"),
        bad(
            "a network that is no block",
            with(f -> f.cidr = "10.40.1.0/16", SYSTEM),
            "network.cidr",
            "10.40.1.0/16 is no block of addresses",
            "use 10.40.0.0/16"),
        bad(
            "a network larger than a VPC",
            with(f -> f.cidr = "10.0.0.0/8", SYSTEM),
            "network.cidr",
            "a VPC on AWS is /16 to /28, not /8",
            "use /16: a network costs nothing for its size"),
        bad(
            "more nodes than a VPC holds",
            with(f -> f.zones = 2, Fixture.cpu("system", 4, 16, 2, 4000)),
            "network.cidr",
            "10.40.0.0/16 is too small for 2 zones: us-east-1a needs 240,048 addresses"
                + " (train/system 4,000 nodes × 60, control planes 16, endpoints 32)",
            "lower clusters[0].nodePools[0].nodes.max: even a VPC of /16 is too small"),
        bad(
            "more zones than the region has",
            with(f -> f.zones = 7, SYSTEM),
            "network.zones",
            "us-east-1 has 5 zones for this, not 7",
            "use 1 to 5"),
        bad(
            "a cluster in one zone",
            with(f -> f.zones = 1, SYSTEM),
            "network.zones",
            "EKS needs subnets in 2 zones at least, not 1",
            "use 2"),
        bad(
            "nodes that reach nothing",
            with(
                f -> {
                  f.egress = Egress.NONE;
                  f.privateEndpoints = false;
                },
                SYSTEM),
            "network.privateEndpoints",
            "without egress and without private endpoints no node reaches AWS's services",
            "use privateEndpoints: true, or egress: nat"),
        bad(
            "an existing subnet that is no block",
            Fixture.of(SYSTEM)
                .existing(subnet("us-east-1a", "10.1.0.0/24"), subnet("us-east-1b", "10.1.1.0/20")),
            "network.existing.privateSubnets[1].cidr",
            "10.1.1.0/20 is no block of addresses",
            "use 10.1.0.0/20"),
        bad(
            "existing subnets in one zone",
            Fixture.of(SYSTEM).existing(subnet("us-east-1a", "10.1.0.0/20")),
            "network.existing.privateSubnets",
            "EKS needs subnets in 2 zones at least, not 1",
            "add a private subnet in another zone"),
        bad(
            "an existing subnet of another region",
            Fixture.of(SYSTEM)
                .existing(
                    subnet("us-east-1a", "10.1.0.0/20"),
                    subnet("us-east-1b", "10.1.16.0/20"),
                    subnet("us-west-2a", "10.1.32.0/20")),
            "network.existing.privateSubnets[2].zone",
            "us-west-2a is no zone of us-east-1",
            "its zones are us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e and"
                + " us-east-1f"),
        bad(
            "existing subnets that overlap",
            Fixture.of(SYSTEM)
                .existing(
                    subnet("us-east-1a", "10.1.0.0/16"), subnet("us-east-1b", "10.1.16.0/20")),
            "network.existing.privateSubnets[1].cidr",
            "10.1.16.0/20 overlaps 10.1.0.0/16 of subnet-us-east-1a",
            "copy both blocks from the subnets: those of one VPC never overlap"),
        bad(
            "existing subnets in zones without the machine",
            Fixture.of(SYSTEM, gpu("h200", AcceleratorType.H200, 8, Fabric.NONE))
                .existing(
                    subnet("us-east-1b", "10.1.0.0/18"), subnet("us-east-1d", "10.1.64.0/18")),
            "clusters[0].nodePools[1].accelerator.type",
            "8 × H200 (p5e.48xlarge and p5en.48xlarge) is not offered in the network's zones"
                + " us-east-1b and us-east-1d",
            "add a subnet in a zone that offers it: p5en.48xlarge in us-east-1a or us-east-1c"),
        bad(
            "a version that EKS does not offer",
            with(f -> f.version = Optional.of("1.27"), SYSTEM),
            "clusters[0].version",
            "EKS does not offer Kubernetes 1.27",
            "use 1.36, 1.35 or 1.34, or leave it out for the newest"),
        bad(
            "callers that are no block",
            with(f -> f.access = List.of("10.0.0.0/8", "10.1.2.3/16"), SYSTEM),
            "clusters[0].access.from[1]",
            "10.1.2.3/16 is no block of addresses",
            "use 10.1.0.0/16"),
        bad(
            "serverless with an accelerator",
            serving(serverlessWithAccelerator()),
            "serving[0].accelerator",
            "SageMaker's serverless endpoints have no accelerators",
            "use kind: realtime, or remove accelerator"),
        bad(
            "serverless with too much memory",
            serving(Fixture.serverless("labels", 8, 20, 0)),
            "serving[0].cpu.memoryGib",
            "a serverless endpoint of SageMaker has at most 6 GiB, not 8",
            "use 6, or kind: realtime"),
        bad(
            "serverless with too many requests",
            serving(Fixture.serverless("labels", 2, 500, 0)),
            "serving[0].replicas.max",
            "a serverless endpoint of SageMaker serves at most 200 requests at once, not 500",
            "use 200, or kind: realtime"),
        bad(
            "serverless with capture",
            serving(Fixture.serverless("labels", 2, 20, 10)),
            "serving[0].capture.percent",
            "SageMaker's serverless endpoints cannot capture requests",
            "use 0, or kind: realtime"),
        bad(
            "a replica with a count that no instance has",
            serving(
                Fixture.realtime(
                    "ranker", Optional.of(new ServingAccelerator(AcceleratorType.L4, 2)), 2)),
            "serving[0].accelerator.perReplica",
            "no machine type of aws has 2 × L4",
            "use perReplica: 1 (ml.g6.xlarge), perReplica: 4 (ml.g6.12xlarge) or perReplica: 8"
                + " (ml.g6.48xlarge)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badInputs")
  void isRefusedWithOneProblem(String what, Fixture fixture, Problem expected) {
    assertThat(problems(fixture)).as(what).containsExactly(expected);
  }

  @Test
  void existingNetworkWithTooFewAddressesNamesZoneAndMissingSubnet() {
    Fixture fixture =
        Fixture.of(SYSTEM)
            .existing(subnet("us-east-1a", "10.1.0.0/24"), subnet("us-east-1b", "10.1.16.0/20"));

    assertThat(problems(fixture))
        .containsExactly(
            Problem.of(
                "network.existing.privateSubnets",
                "vpc-0a1b2c3d has 251 usable addresses in us-east-1a, the plan needs 288"
                    + " (train/system 4 nodes × 60, control planes 16, endpoints 32)",
                "add a private subnet of /26 in us-east-1a, or lower"
                    + " clusters[0].nodePools[0].nodes.max"));
  }

  @Test
  void allProblemsAtOnce() {
    Fixture fixture =
        Fixture.of(
            Fixture.tpu("tpu"),
            gpu("h100", AcceleratorType.H100, 3, Fabric.NONE),
            Fixture.cpu("system", 500, 1, 1, 2));
    fixture.cidr = "10.40.0.0/8";
    fixture.zones = 9;
    fixture.serving.add(Fixture.serverless("labels", 8, 500, 5));

    assertThat(problems(fixture))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "clusters[0].nodePools[0].tpu",
            "clusters[0].nodePools[1].accelerator.perNode",
            "clusters[0].nodePools[2].cpu",
            "network.zones",
            "network.cidr",
            "serving[0].capture.percent",
            "serving[0].replicas.max",
            "serving[0].cpu.memoryGib");
  }

  private static List<Problem> problems(Fixture fixture) {
    PlanResult result =
        new AwsPlanner().plan(fixture.environment(), fixture.organisation(), Catalog.load());
    assertThat(result).isInstanceOf(PlanResult.Infeasible.class);
    return ((PlanResult.Infeasible) result).problems();
  }

  private static Arguments bad(
      String what, Fixture fixture, String path, String reason, String remedy) {
    return Arguments.of(what, fixture, Problem.of(path, reason, remedy));
  }

  private static Fixture in(String region, NodePool... pools) {
    return with(f -> f.region = region, pools);
  }

  private static Fixture with(java.util.function.Consumer<Fixture> change, NodePool... pools) {
    Fixture fixture = Fixture.of(pools);
    change.accept(fixture);
    return fixture;
  }

  private static Fixture serving(Serving serving) {
    return with(f -> f.serving.add(serving), SYSTEM);
  }

  private static NodePool gpu(String name, AcceleratorType type, int perNode, Fabric fabric) {
    return Fixture.gpu(name, type, perNode, 2, fabric, CapacityOption.ON_DEMAND);
  }

  private static NodePool reserved() {
    return Fixture.gpu("h100", AcceleratorType.H100, 8, 2, Fabric.RDMA, CapacityOption.RESERVATION);
  }

  private static NodePool rdma(NodePool pool) {
    return new NodePool(
        pool.name(),
        pool.team(),
        pool.cpu(),
        pool.accelerator(),
        pool.tpu(),
        pool.nodes(),
        Fabric.RDMA,
        pool.capacity());
  }

  private static Serving serverlessWithAccelerator() {
    Serving plain = Fixture.serverless("labels", 2, 20, 0);
    return new Serving(
        plain.name(),
        plain.team(),
        plain.kind(),
        plain.model(),
        plain.modelVersion(),
        Optional.of(new ServingAccelerator(AcceleratorType.L4, 1)),
        new Cpu(1, 2),
        plain.replicas(),
        plain.capture());
  }

  private static ExistingSubnet subnet(String zone, String cidr) {
    return Fixture.subnet("subnet-" + zone, zone, cidr);
  }
}
