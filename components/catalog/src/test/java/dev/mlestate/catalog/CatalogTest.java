package dev.mlestate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.TpuGeneration;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
  private static final Catalog CATALOG = Catalog.load();

  @ParameterizedTest
  @CsvSource({
    // name, vCPUs, GiB, accelerators, interfaces, Gbit/s, pods: from AWS's own pages.
    "p5.48xlarge, 192, 2048, 8, 32, 3200, 100",
    "p5en.48xlarge, 192, 2048, 8, 16, 3200, 198",
    "p4d.24xlarge, 96, 1152, 8, 4, 400, 250",
    "trn1.32xlarge, 128, 512, 16, 8, 800, 247",
    "g6.xlarge, 4, 16, 1, 0, 0, 58",
    "m7i.large, 2, 8, 0, 0, 0, 29"
  })
  void knowsMachines(
      String name,
      int vcpus,
      double memory,
      int accelerators,
      int interfaces,
      double gbps,
      int pods) {
    MachineShape machine = CATALOG.machine(Cloud.AWS, name).orElseThrow();

    assertThat(machine.vcpus()).isEqualTo(vcpus);
    assertThat(machine.memoryGib()).isEqualTo(memory);
    assertThat(machine.acceleratorCount()).isEqualTo(accelerators);
    assertThat(machine.fabric().map(FabricOffer::interfaces).orElse(0)).isEqualTo(interfaces);
    assertThat(machine.fabric().map(FabricOffer::gbps).orElse(0.0)).isEqualTo(gbps);
    assertThat(machine.maxPods()).isEqualTo(pods);
  }

  @Test
  void everyAcceleratorIsOnAMachineOfAws() {
    for (AcceleratorType type : AcceleratorType.values()) {
      assertThat(CATALOG.machines(Cloud.AWS))
          .as(type.word())
          .anySatisfy(m -> assertThat(m.accelerator()).contains(type));
      assertThat(CATALOG.accelerator(type).kubernetesResource()).contains("/");
    }
  }

  @ParameterizedTest
  @CsvSource({"m7i.xlarge, 60", "p5.48xlarge, 100", "m7i.4xlarge, 150", "p4d.24xlarge, 350"})
  void countsTheAddressesOfWholeInterfaces(String name, int addresses) {
    assertThat(CATALOG.nodeAddresses(CATALOG.machine(Cloud.AWS, name).orElseThrow()))
        .isEqualTo(addresses);
  }

  @Test
  void everyFactHasASource() {
    for (Cloud cloud : Cloud.values()) {
      assertThat(CATALOG.machines(cloud))
          .allSatisfy(
              m -> {
                assertThat(m.source().document()).isNotBlank();
                assertThat(m.source().date()).isBeforeOrEqualTo(CATALOG.reviewed());
              });
    }
  }

  @Test
  void newestKubernetesIsInStandardSupport() {
    KubernetesVersion newest = CATALOG.newestKubernetes(Cloud.AWS).orElseThrow();

    assertThat(newest.version()).isEqualTo("1.36");
    assertThat(newest.endOfStandardSupport()).isAfter(CATALOG.reviewed());
  }

  @Test
  void offersByZone() {
    MachineShape h200 = CATALOG.machine(Cloud.AWS, "p5en.48xlarge").orElseThrow();

    assertThat(CATALOG.offered(h200, "us-east-1")).containsExactly("us-east-1a", "us-east-1c");
    assertThat(CATALOG.offered(h200, "eu-west-1")).isEmpty();
    assertThat(CATALOG.offered(h200, "nowhere")).isEmpty();
    assertThat(CATALOG.regionsOffering(h200, "eu-west-1"))
        .extracting(Region::name)
        .startsWith("eu-north-1", "us-east-1");
  }

  @Test
  void endpointTypesAreWhereTheirMachineTypesAre() {
    MachineShape endpoint = CATALOG.machine(Cloud.AWS, "ml.g6.xlarge").orElseThrow();
    MachineShape node = CATALOG.machine(Cloud.AWS, "g6.xlarge").orElseThrow();

    assertThat(CATALOG.nodeCounterpart(endpoint)).isEqualTo(node);
    assertThat(CATALOG.offered(endpoint, "us-east-1"))
        .isEqualTo(CATALOG.offered(node, "us-east-1"));
    assertThat(CATALOG.machines(Cloud.AWS)).doesNotContain(endpoint);
  }

  @ParameterizedTest
  @CsvSource({
    "GCP, us-central1, a3-highgpu-8g, us-central1-a us-central1-b us-central1-c",
    "GCP, us-central1, g2-standard-4, us-central1-a us-central1-b us-central1-c",
    "GCP, us-central1, c3-standard-4, us-central1-a us-central1-b us-central1-c us-central1-f",
    "GCP, us-central1, n1-standard-4+1xT4, us-central1-a us-central1-b us-central1-c us-central1-f",
    "GCP, us-west4, c3-standard-8, us-west4-a us-west4-c",
    "AZURE, eastus, Standard_D4s_v5, eastus-1 eastus-2 eastus-3",
    "AZURE, eastus, Standard_NC24ads_A100_v4, eastus-3",
    "AZURE, eastus, Standard_NC4as_T4_v3, eastus-1 eastus-2 eastus-3",
    "AZURE, eastus, Standard_ND96isr_H200_v5, ''"
  })
  void offersOnTheOtherCloudsToo(Cloud cloud, String region, String name, String zones) {
    MachineShape machine = CATALOG.machine(cloud, name).orElseThrow();

    assertThat(String.join(" ", CATALOG.offered(machine, region))).isEqualTo(zones);
  }

  @ParameterizedTest
  @CsvSource({"GCP, g2-standard-4", "GCP, n1-standard-4+1xT4", "AZURE, Standard_NC4as_T4_v3"})
  void endpointTypesOfTheOtherCloudsHaveTheNamesOfTheirMachines(Cloud cloud, String name) {
    MachineShape node = CATALOG.machine(cloud, name).orElseThrow();
    MachineShape endpoint =
        CATALOG.servingMachines(cloud).stream()
            .filter(m -> m.name().equals(name))
            .findFirst()
            .orElseThrow();

    assertThat(node.maxPods()).isPositive();
    assertThat(endpoint).isNotEqualTo(node);
    assertThat(CATALOG.nodeCounterpart(endpoint)).isEqualTo(node);
    assertThat(CATALOG.offered(endpoint, "us-central1"))
        .isEqualTo(CATALOG.offered(node, "us-central1"));
  }

  @ParameterizedTest
  @CsvSource({
    "a3-highgpu-8g, nvidia-h100-80gb",
    "a3-megagpu-8g, nvidia-h100-mega-80gb",
    "a2-highgpu-1g, nvidia-tesla-a100",
    "n1-standard-4+1xT4, nvidia-tesla-t4",
    "ct5lp-hightpu-4t, tpu-v5-lite-podslice"
  })
  void knowsWhatGkeCallsAnAccelerator(String machine, String name) {
    assertThat(CATALOG.gkeAccelerator(machine)).contains(name);
    assertThat(CATALOG.gkeAccelerator("c3-standard-4")).isEmpty();
  }

  @Test
  void refusesAnAcceleratorThatGkeHasNoNameFor() {
    String row = line("gke-accelerators.csv", "g2-standard-4,");

    assertThat(
            reasons("gke-accelerators.csv", row, row.replace("g2-standard-4,", "c3-standard-4,")))
        .containsExactly(
            "gke-accelerators.csv does not name the accelerator of g2-standard-4",
            "gke-accelerators.csv names c3-standard-4, which is no machine with one");
  }

  @ParameterizedTest
  @CsvSource({"AWS", "GCP", "AZURE"})
  void everyCloudHasVersionsInAndOutOfStandardSupport(Cloud cloud) {
    assertThat(CATALOG.newestKubernetes(cloud).map(KubernetesVersion::version)).contains("1.36");
    assertThat(CATALOG.kubernetesVersions(cloud))
        .anyMatch(v -> v.endOfStandardSupport().isBefore(CATALOG.reviewed()));
  }

  @Test
  void everyTpuCountsAgainstAKnownQuota() {
    for (TpuGeneration generation : TpuGeneration.values()) {
      assertThat(CATALOG.tpus(generation))
          .allSatisfy(t -> assertThat(CATALOG.quota(Cloud.GCP, t.quota())).isPresent());
    }
    String row = line("tpus.csv", "gcp,v5p,");
    assertThat(reasons("tpus.csv", row, row.replace("/CT5P", "/CT9")))
        .containsExactly(
            "ct5p-hightpu-4t counts against quota TPUS_PER_TPU_FAMILY/CT9, which is unknown");
  }

  @Test
  void knowsTheOtherClouds() {
    assertThat(CATALOG.machine(Cloud.GCP, "a3-megagpu-8g").orElseThrow().fabric())
        .contains(new FabricOffer("GPUDirect-TCPXO", 8, 1600));
    assertThat(CATALOG.machine(Cloud.AZURE, "Standard_ND96isr_H100_v5").orElseThrow().fabric())
        .contains(new FabricOffer("InfiniBand", 8, 3200));
    assertThat(CATALOG.tpus(TpuGeneration.V5E))
        .extracting(TpuShape::chips)
        .containsExactly(1, 4, 8);
    for (TpuGeneration generation : TpuGeneration.values()) {
      assertThat(CATALOG.tpus(generation)).isNotEmpty();
    }
  }

  @Test
  void regionsHaveCounterparts() {
    Region aws = CATALOG.region(Cloud.AWS, "us-east-1").orElseThrow();

    assertThat(CATALOG.counterpart(aws, Cloud.GCP).map(Region::name)).contains("us-central1");
    assertThat(CATALOG.counterpart(aws, Cloud.AZURE).map(Region::name)).contains("eastus");
    Region alone = CATALOG.region(Cloud.AWS, "us-west-1").orElseThrow();
    assertThat(CATALOG.counterpart(alone, Cloud.GCP).map(Region::geography))
        .contains("north-america");
  }

  @ParameterizedTest
  @CsvSource({
    // generation, topology, machine, chips, hosts: from Google's own pages of v5e, v5p and v6e.
    "V5E, 1x1, ct5lp-hightpu-1t, 1, 1",
    "V5E, 2x2, ct5lp-hightpu-4t, 4, 1",
    "V5E, 2x4, ct5lp-hightpu-8t, 8, 1",
    "V5E, 4x4, ct5lp-hightpu-4t, 16, 4",
    "V5E, 16x16, ct5lp-hightpu-4t, 256, 64",
    "V5P, 2x2x1, ct5p-hightpu-4t, 4, 1",
    "V5P, 2x2x2, ct5p-hightpu-4t, 8, 2",
    "V5P, 4x4x4, ct5p-hightpu-4t, 64, 16",
    "V5P, 8x8x16, ct5p-hightpu-4t, 1024, 256",
    "V5P, 16x16x24, ct5p-hightpu-4t, 6144, 1536",
    "V6E, 2x4, ct6e-standard-8t, 8, 1",
    "V6E, 8x16, ct6e-standard-4t, 128, 32"
  })
  void knowsSlices(
      TpuGeneration generation, String topology, String machine, int chips, int hosts) {
    TpuSlice first =
        CATALOG.slices(generation).stream()
            .filter(s -> s.topology().equals(topology))
            .findFirst()
            .orElseThrow();

    assertThat(first.machine()).isEqualTo(machine);
    assertThat(first.chips()).isEqualTo(chips);
    assertThat(first.hosts()).isEqualTo(hosts);
    assertThat(first.multiHost()).isEqualTo(hosts > 1);
  }

  /** The rule of v5p's shapes: up to a cube of 4x4x4 the parts of one, above it whole cubes. */
  @Test
  void slicesOfV5pAreCubesWithRisingSizes() {
    assertThat(CATALOG.slices(TpuGeneration.V5P))
        .hasSizeGreaterThan(90)
        .allSatisfy(
            slice -> {
              List<Integer> sizes =
                  Arrays.stream(slice.topology().split("x", -1)).map(Integer::valueOf).toList();
              assertThat(sizes).hasSize(3);
              assertThat(slice.chips()).isLessThanOrEqualTo(6144);
              if (slice.chips() > 64) {
                assertThat(sizes).isSorted().allMatch(size -> size % 4 == 0);
              }
            });
  }

  @Test
  void refusesASliceThatItsMachinesDoNotMake() {
    String row = line("tpu-slices.csv", "gcp,v5e,4x4,");

    assertThat(reasons("tpu-slices.csv", row, row.replace(",16,4,", ",12,3,")))
        .containsExactly("4x4 makes 16 chips, not 12");
    assertThat(reasons("tpu-slices.csv", row, row.replace(",16,4,", ",16,2,")))
        .containsExactly(
            "v5e 4x4 has 2 hosts, which is not its chips by those of ct5lp-hightpu-4t");
    assertThat(reasons("tpu-slices.csv", row, row.replace("ct5lp-hightpu-4t", "ct5lp-hightpu-2t")))
        .containsExactly("v5e 4x4 is of ct5lp-hightpu-2t, which is not in tpus.csv");
  }

  @Test
  void refusesATpuInAnUnknownZone() {
    String row = line("tpus.csv", "gcp,v5p,");

    assertThat(reasons("tpus.csv", row, row.replace("us-east5-a", "us-east5-z")))
        .containsExactly("ct5p-hightpu-4t is offered in us-east5-z, no zone in regions.csv");
    assertThat(reasons("tpus.csv", row, row.replace("gcp,v5p,", "gcp,v9,")))
        .contains("no such TPU: v9");
  }

  @Test
  void refusesAMachineTwice() {
    String row = line("machines.csv", "aws,node,g6.xlarge,");

    assertThat(reasons("machines.csv", row, row + "\n" + row))
        .containsExactly("machines.csv has aws g6.xlarge twice");
  }

  @Test
  void refusesPodsThatTheInterfacesDoNotMake() {
    String row = line("machines.csv", "aws,node,m7i.large,");

    assertThat(reasons("machines.csv", row, row.replace(",29,", ",30,")))
        .contains("m7i.large has max_pods 30, its interfaces make 29");
  }

  @Test
  void refusesAnEndpointTypeThatDiffersFromItsMachine() {
    String row = line("machines.csv", "aws,serving,ml.g6.xlarge,");

    assertThat(
            reasons("machines.csv", row, row.replace("ml.g6.xlarge,4,16,", "ml.g6.xlarge,8,16,")))
        .containsExactly("ml.g6.xlarge differs from g6.xlarge");
  }

  @Test
  void refusesAnUnknownAcceleratorNumberOrQuotaAndSaysWhere() {
    String row = line("machines.csv", "aws,node,g6.xlarge,");
    int number = CatalogReader.resource("machines.csv").lines().toList().indexOf(row) + 1;

    assertThat(problems("machines.csv", row, row.replace(",L4,", ",L5,")))
        .anySatisfy(
            p -> {
              assertThat(p.reason()).isEqualTo("no such accelerator: L5");
              assertThat(p.place().orElseThrow().file()).isEqualTo("machines.csv");
              assertThat(p.place().orElseThrow().line()).isEqualTo(number);
            });
    assertThat(reasons("machines.csv", row, row.replace("g6.xlarge,4,", "g6.xlarge,four,")))
        .contains("vcpus is not a number: four");
    assertThat(reasons("machines.csv", row, row.replace("L-DB2E81BA", "L-0")))
        .containsExactly("g6.xlarge counts against quota L-0, which is unknown");
  }

  @Test
  void refusesOfferingsOfUnknownMachinesRegionsAndZones() {
    String row = line("offerings.csv", "aws,us-east-1,p5en.48xlarge,");

    assertThat(reasons("offerings.csv", row, row.replace("us-east-1c", "us-east-1z")))
        .containsExactly("p5en.48xlarge is offered in us-east-1z, no zone of us-east-1");
    assertThat(reasons("offerings.csv", row, row.replace("p5en.48xlarge", "p9.48xlarge")))
        .containsExactly("offerings.csv names machine p9.48xlarge, which is not in machines.csv");
    assertThat(reasons("offerings.csv", row, row.replace("aws,us-east-1,", "aws,us-east-9,")))
        .containsExactly("offerings.csv names region us-east-9, which is not in regions.csv");
  }

  @Test
  void refusesVersionsOutOfOrder() {
    String newest = line("kubernetes.csv", "aws,1.36,");

    assertThat(reasons("kubernetes.csv", newest, newest.replace("2027-08-02", "2026-01-01")))
        .containsExactly("1.35 must stand before 1.36: newest first");
    assertThat(reasons("kubernetes.csv", newest, newest.replace("2028-08-02", "2027-08-01")))
        .containsExactly("1.36 leaves extended support before standard support");
  }

  @Test
  void refusesAFactWithoutSource() {
    String row = line("quotas.csv", "aws,L-2C3B7624,");

    assertThat(reasons("quotas.csv", row, row.substring(0, row.lastIndexOf(',') + 1)))
        .contains("column date is empty");
  }

  private static String line(String file, String start) {
    return CatalogReader.resource(file)
        .lines()
        .filter(l -> l.startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> reasons(String file, String row, String instead) {
    return problems(file, row, instead).stream().map(Problem::reason).toList();
  }

  private static List<Problem> problems(String file, String row, String instead) {
    try {
      CatalogReader.read(
          f -> {
            String text = CatalogReader.resource(f);
            return f.equals(file) ? text.replace(row, instead) : text;
          });
    } catch (ProblemException e) {
      return e.problems();
    }
    throw new AssertionError("not refused: " + instead);
  }

  @Test
  void anUnchangedCatalogIsNotRefused() {
    assertThatThrownBy(() -> problems("quotas.csv", "no such row", ""))
        .isInstanceOf(AssertionError.class);
  }
}
