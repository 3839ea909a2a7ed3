package dev.mlestate.azure.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cidr;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.SubnetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class AzurePlannerProperties {
  private static Path folder = Path.of("target");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("azure-plans");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    for (String file : List.of("estate.yaml", "organisation.yaml")) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.delete(folder);
  }

  @Property(tries = 100)
  void addressesAreEnoughAndNeverMeet(@ForAll("estates") String text) {
    List<String> problems = Planned.problems(folder, text);
    if (!problems.isEmpty()) {
      assertThat(problems).allSatisfy(p -> assertThat(p).contains("; "));
      return;
    }
    EstatePlan plan = Planned.feasible(Planned.plan(folder, text));
    Cidr network = Cidr.parse(plan.network().cidr()).orElseThrow();
    List<SubnetPlan> subnets = plan.network().subnets();
    for (int i = 0; i < subnets.size(); i++) {
      Cidr block = Cidr.parse(subnets.get(i).cidr()).orElseThrow();
      assertThat(subnets.get(i).needed()).isLessThanOrEqualTo(subnets.get(i).usable());
      assertThat(subnets.get(i).usable()).isEqualTo((int) block.size() - 5);
      assertThat(network.contains(block)).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(block.overlaps(Cidr.parse(subnets.get(j).cidr()).orElseThrow())).isFalse();
      }
    }
    plan.clusters()
        .forEach(
            cluster ->
                assertThat(cluster.nodePools())
                    .flatExtracting(p -> p.capacity())
                    .extracting(CapacityPlan::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[a-z][a-z0-9]{0,11}")));
  }

  @Property(tries = 300)
  void namesKeepTheRulesOfTheirKind(
      @ForAll("names") String prefix, @ForAll("names") String part, @ForAll CapacityOption option) {
    AzureNames names = AzureNames.of(prefix + "-prod", "33334444-0000-4000-8000-000000000001");

    assertThat(names.storageAccount(part)).matches("[a-z0-9]{3,24}");
    assertThat(names.containerRegistry(part)).matches("[a-z0-9]{5,50}");
    assertThat(names.resource(part)).matches("[a-z][-a-z0-9]{0,61}[a-z0-9]");
    assertThat(names.workspace(part)).matches("[a-z][-a-z0-9]{1,31}[a-z0-9]");
    assertThat(names.onlineEndpoint(part)).matches("[a-z][-a-z0-9]{1,30}[a-z0-9]");
    assertThat(names.containerApp(part)).matches("[a-z][-a-z0-9]{0,30}[a-z0-9]");
    assertThat(AzureNames.nodePool(part, option)).matches("[a-z][a-z0-9]{0,11}");
  }

  @Property(tries = 50)
  void longNamesStayDifferent(@ForAll @AlphaChars @StringLength(min = 1, max = 5) String end) {
    AzureNames names = AzureNames.of("vision-staging", "33334444-0000-4000-8000-000000000001");
    String part = "curated-" + end.toLowerCase(java.util.Locale.ROOT);

    assertThat(names.storageAccount(part)).isNotEqualTo(names.storageAccount(part + "x"));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .numeric()
        .withChars('-')
        .ofMinLength(1)
        .ofMaxLength(30)
        .filter(s -> s.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
  }

  @Provide
  Arbitrary<String> estates() {
    Arbitrary<String> cidrs =
        Arbitraries.of(
            "10.40.0.0/16", "10.0.0.0/18", "172.20.0.0/20", "10.0.0.0/22", "10.9.0.0/24");
    Arbitrary<Integer> nodes = Arbitraries.of(1, 3, 8, 15, 33, 130, 500, 5000);
    Arbitrary<String> gpus =
        Arbitraries.of(
            "",
            ", {name: nd, accelerator: {type: H100, perNode: 8}, fabric: rdma, nodes: {max: 4}}",
            ", {name: t4-a, accelerator: {type: T4}}, {name: t4, accelerator: {type: T4}}",
            ", {name: accelerated1, accelerator: {type: A100}, capacity: [spot, on-demand]}");
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
