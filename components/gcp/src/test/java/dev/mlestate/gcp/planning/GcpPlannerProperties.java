package dev.mlestate.gcp.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.TpuShape;
import dev.mlestate.catalog.TpuSlice;
import dev.mlestate.model.Cidr;
import dev.mlestate.model.TpuGeneration;
import dev.mlestate.planning.AddressRange;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.PlanResult;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class GcpPlannerProperties {
  private static final Catalog CATALOG = Catalog.load();
  private static Path folder = Path.of("target");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("gcp-plans");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    for (String file : List.of("estate.yaml", "organisation.yaml")) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.delete(folder);
  }

  @Property(tries = 150)
  void noSliceIsIllegal(
      @ForAll TpuGeneration generation,
      @ForAll("topologies") String topology,
      @ForAll("ways") String more) {
    String tpu =
        "{name: tpu, tpu: {type: "
            + generation.word()
            + ", topology: "
            + topology
            + "}"
            + more
            + "}";

    plan(Planned.text("{name: system, cpu: {}}, " + tpu))
        .ifPresent(plan -> legal(generation, topology, plan.clusters().get(0).nodePools().get(1)));
  }

  private static void legal(TpuGeneration generation, String topology, NodePoolPlan pool) {
    TpuSlice slice = pool.tpu().orElseThrow();
    TpuShape machine =
        CATALOG.tpus(generation).stream()
            .filter(t -> t.name().equals(pool.machine().name()))
            .findFirst()
            .orElseThrow();
    long chips = 1;
    for (String size : topology.split("x", -1)) {
      chips *= Long.parseLong(size);
    }

    assertThat(CATALOG.slices(generation)).contains(slice);
    assertThat(slice.topology()).isEqualTo(topology);
    assertThat(slice.machine()).isEqualTo(machine.name());
    assertThat(chips).isEqualTo((long) slice.hosts() * machine.chips());
    assertThat(pool.zones()).hasSize(1).isSubsetOf(machine.zones());
    assertThat(pool.fabric()).isEmpty();
    if (slice.multiHost()) {
      assertThat(pool.capacity()).hasSize(1);
      assertThat(pool.maxNodes()).isEqualTo(slice.hosts());
      assertThat(pool.minNodes())
          .isEqualTo(pool.capacity().get(0).name().endsWith("queued") ? 0 : slice.hosts());
    }
  }

  @Property(tries = 100)
  void addressesAreEnoughAndNeverMeet(@ForAll("estates") String text) {
    plan(text)
        .ifPresent(
            plan -> {
              Cidr network = Cidr.parse(plan.network().cidr()).orElseThrow();
              List<Cidr> blocks = new ArrayList<>();
              for (SubnetPlan subnet : plan.network().subnets()) {
                assertThat(subnet.needed()).isLessThanOrEqualTo(subnet.usable());
                blocks.add(Cidr.parse(subnet.cidr()).orElseThrow());
              }
              for (AddressRange range : plan.network().ranges()) {
                Cidr block = Cidr.parse(range.cidr().orElseThrow()).orElseThrow();
                assertThat((long) range.needed()).isLessThanOrEqualTo(block.size());
                blocks.add(block);
              }
              apart(network, blocks);
              assertThat(plan.network().ranges())
                  .extracting(AddressRange::name)
                  .doesNotHaveDuplicates();
            });
  }

  private static void apart(Cidr network, List<Cidr> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      assertThat(network.contains(blocks.get(i))).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(blocks.get(i).overlaps(blocks.get(j))).isFalse();
      }
    }
  }

  /** Empty where the file is refused, which must say why and what to do. */
  private static Optional<EstatePlan> plan(String text) {
    try {
      PlanResult result = Planned.plan(folder, text);
      if (result instanceof PlanResult.Feasible feasible) {
        assertThat(Planned.plan(folder, text)).isEqualTo(result);
        return Optional.of(feasible.plan());
      }
      assertThat(((PlanResult.Infeasible) result).problems())
          .isNotEmpty()
          .allSatisfy(p -> assertThat(p.remedy()).isPresent());
    } catch (ProblemException e) {
      assertThat(e.problems()).isNotEmpty();
    }
    return Optional.empty();
  }

  @Provide
  Arbitrary<String> topologies() {
    Arbitrary<String> sizes =
        Arbitraries.of("0", "1", "2", "3", "4", "4", "8", "8", "12", "16", "24", "28", "999");
    Arbitrary<String> any = sizes.list().ofMinSize(1).ofMaxSize(4).map(s -> String.join("x", s));
    Arbitrary<String> known =
        Arbitraries.of(TpuGeneration.class)
            .flatMap(g -> Arbitraries.of(CATALOG.slices(g)))
            .map(TpuSlice::topology);
    return Arbitraries.oneOf(any, known);
  }

  @Provide
  Arbitrary<String> ways() {
    return Arbitraries.of(
        "",
        "",
        ", capacity: [queued]",
        ", capacity: [spot]",
        ", capacity: [spot, on-demand]",
        ", capacity: [queued, spot]",
        ", nodes: {min: 0, max: 3}",
        ", nodes: {min: 2, max: 2}",
        ", nodes: {max: 4}, capacity: [queued]",
        ", fabric: rdma");
  }

  @Provide
  Arbitrary<String> estates() {
    Arbitrary<String> cidrs =
        Arbitraries.of(
            "10.40.0.0/16", "10.0.0.0/17", "172.20.0.0/19", "10.0.0.0/20", "10.9.0.0/24");
    Arbitrary<Integer> nodes = Arbitraries.of(1, 3, 8, 20, 31, 60, 126, 500, 5000);
    Arbitrary<String> gpus =
        Arbitraries.of(
            "",
            ", {name: a3, accelerator: {type: H100, perNode: 8}, fabric: rdma, nodes: {max: 4}}",
            ", {name: a3, accelerator: {type: H200, perNode: 8}, fabric: rdma, nodes: {max: 300}}",
            ", {name: l4, accelerator: {type: L4}, nodes: {max: 20}}");
    return Combinators.combine(
            cidrs, nodes, gpus, Arbitraries.integers().between(0, 4), Arbitraries.of(1, 50, 1000))
        .as(
            (cidr, most, gpu, clusters, replicas) -> {
              StringBuilder more = new StringBuilder();
              for (int c = 0; c < clusters; c++) {
                more.append("  - {name: c").append(c).append("}\n");
              }
              return Planned.text("{name: system, cpu: {}, nodes: {max: " + most + "}}" + gpu)
                  + more
                  + "network: {cidr: "
                  + cidr
                  + "}\nserving: [{name: a, kind: serverless, replicas: {max: "
                  + replicas
                  + "}}]\n";
            });
  }
}
