package dev.mlestate.aws.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.model.Accelerator;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cidr;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Cpu;
import dev.mlestate.model.Egress;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Fabric;
import dev.mlestate.model.NodePool;
import dev.mlestate.model.Nodes;
import dev.mlestate.model.Stage;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.PlanResult;
import dev.mlestate.planning.SubnetPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AwsPlannerProperties {
  private static final Catalog CATALOG = Catalog.load();

  @Property(tries = 400)
  void everyResultIsAPlanThatFitsOrHasProblems(@ForAll("estates") Fixture fixture) {
    Environment environment = fixture.environment();

    PlanResult result = new AwsPlanner().plan(environment, fixture.organisation(), CATALOG);

    if (result instanceof PlanResult.Infeasible infeasible) {
      assertThat(infeasible.problems())
          .isNotEmpty()
          .allSatisfy(
              p -> {
                assertThat(p.path()).isNotEmpty();
                assertThat(p.reason()).doesNotEndWith(".");
                assertThat(p.remedy()).isPresent();
              });
      return;
    }
    EstatePlan plan = ((PlanResult.Feasible) result).plan();
    subnetsFit(plan);
    machinesSatisfy(environment, plan);
    assertThat(plan.decisions()).allSatisfy(d -> assertThat(d.reason()).isNotBlank());
    assertThat(new AwsPlanner().plan(environment, fixture.organisation(), CATALOG))
        .isEqualTo(result);
  }

  private static void subnetsFit(EstatePlan plan) {
    Cidr vpc = Cidr.parse(plan.network().cidr()).orElseThrow();
    List<SubnetPlan> subnets = plan.network().subnets();
    for (int i = 0; i < subnets.size(); i++) {
      SubnetPlan subnet = subnets.get(i);
      Cidr cidr = Cidr.parse(subnet.cidr()).orElseThrow();
      assertThat(vpc.contains(cidr)).isTrue();
      assertThat(subnet.usable()).isEqualTo((int) cidr.size() - 5);
      assertThat(subnet.needed()).isLessThanOrEqualTo(subnet.usable());
      for (int j = 0; j < i; j++) {
        assertThat(cidr.overlaps(Cidr.parse(subnets.get(j).cidr()).orElseThrow())).isFalse();
      }
    }
    assertThat(subnets)
        .filteredOn(s -> s.tier() == SubnetPlan.Tier.PRIVATE)
        .extracting(s -> s.zone().orElseThrow())
        .isEqualTo(plan.network().zones());
    assertThat(subnets)
        .filteredOn(s -> s.tier() == SubnetPlan.Tier.PUBLIC)
        .hasSize(plan.network().natGateways());
  }

  private static void machinesSatisfy(Environment environment, EstatePlan plan) {
    for (int i = 0; i < plan.clusters().size(); i++) {
      List<NodePool> asked = environment.clusters().get(i).nodePools();
      List<NodePoolPlan> planned = plan.clusters().get(i).nodePools();
      assertThat(planned).hasSameSizeAs(asked);
      for (int j = 0; j < asked.size(); j++) {
        satisfies(asked.get(j), planned.get(j), plan, environment.region());
      }
    }
  }

  private static void satisfies(NodePool asked, NodePoolPlan pool, EstatePlan plan, String region) {
    MachineShape machine = pool.machine();
    asked
        .accelerator()
        .ifPresent(
            a -> {
              assertThat(machine.accelerator()).contains(a.type());
              assertThat(machine.acceleratorCount()).isEqualTo(a.perNode());
              assertThat(pool.taints()).hasSize(1);
            });
    asked
        .cpu()
        .ifPresent(
            c -> {
              assertThat(machine.vcpus()).isGreaterThanOrEqualTo(c.vcpus());
              assertThat(machine.memoryGib()).isGreaterThanOrEqualTo(c.memoryGib());
              assertThat(machine.accelerator()).isEmpty();
            });
    assertThat(pool.zones()).isNotEmpty().isSubsetOf(CATALOG.offered(machine, region));
    assertThat(plan.network().zones()).containsAll(pool.zones());
    if (asked.fabric() == Fabric.RDMA) {
      assertThat(pool.zones()).hasSize(1);
      assertThat(pool.fabric()).isPresent();
    }
    assertThat(pool.capacity())
        .extracting(c -> c.option())
        .isEqualTo(
            asked.capacity().isEmpty() ? List.of(CapacityOption.ON_DEMAND) : asked.capacity());
    assertThat(pool.capacity())
        .extracting(c -> c.priority())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Provide
  Arbitrary<Fixture> estates() {
    Arbitrary<String> regions =
        Arbitraries.of(CATALOG.regions(Cloud.AWS).stream().map(r -> r.name()).toList());
    Arbitrary<String> cidrs =
        Arbitraries.of(
            "10.40.0.0/16",
            "10.0.0.0/18",
            "172.20.0.0/16",
            "10.0.0.0/24",
            "10.0.0.0/28",
            "10.0.0.0/7",
            "nonsense");
    return Combinators.combine(
            regions,
            cidrs,
            Arbitraries.integers().between(-1, 5),
            Arbitraries.of(Stage.class),
            Arbitraries.of(Egress.class),
            Arbitraries.of(true, false),
            pools().list().ofMaxSize(4))
        .as(
            (region, cidr, zones, stage, egress, endpoints, pools) -> {
              Fixture fixture = Fixture.of(pools.toArray(NodePool[]::new));
              fixture.region = region;
              fixture.cidr = cidr;
              fixture.zones = zones;
              fixture.stage = stage;
              fixture.egress = egress;
              fixture.privateEndpoints = endpoints;
              fixture.reservations = Map.of("p8", "cr-0a1b2c3d");
              return fixture;
            });
  }

  private static Arbitrary<NodePool> pools() {
    Arbitrary<Integer> max =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, Arbitraries.integers().between(0, 64)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers()));
    Arbitrary<NodePool> accelerated =
        Combinators.combine(
                Arbitraries.of(AcceleratorType.class),
                Arbitraries.of(0, 1, 1, 2, 4, 8, 8, 16, Integer.MAX_VALUE),
                max,
                Arbitraries.of(Fabric.class),
                Arbitraries.of(CapacityOption.class).list().uniqueElements().ofMaxSize(3))
            .as(
                (type, count, nodes, fabric, capacity) ->
                    new NodePool(
                        "p" + count,
                        Optional.of("research"),
                        Optional.empty(),
                        Optional.of(new Accelerator(type, count)),
                        Optional.empty(),
                        new Nodes(0, nodes),
                        fabric,
                        capacity));
    Arbitrary<NodePool> plain =
        Combinators.combine(
                Arbitraries.integers().between(-1, 200),
                Arbitraries.doubles().between(-1, 800),
                max,
                Arbitraries.of(Fabric.NONE, Fabric.NONE, Fabric.NONE, Fabric.RDMA))
            .as(
                (vcpus, memory, nodes, fabric) ->
                    new NodePool(
                        "cpu",
                        Optional.empty(),
                        Optional.of(new Cpu(vcpus, memory)),
                        Optional.empty(),
                        Optional.empty(),
                        new Nodes(0, nodes),
                        fabric,
                        List.of()));
    return Arbitraries.oneOf(accelerated, plain, plain, Arbitraries.just(Fixture.tpu("tpu")));
  }
}
