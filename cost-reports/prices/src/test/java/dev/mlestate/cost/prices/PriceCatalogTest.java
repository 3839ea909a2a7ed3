package dev.mlestate.cost.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.model.Cloud;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceCatalogTest {
  private static final String MACHINES =
      """
      cloud,region,machine,accelerator,accelerator_count,on_demand_usd_hour,spot_usd_hour,reserved_1y_usd_hour,reserved_3y_usd_hour,on_demand_source,on_demand_date,spot_source,spot_date,reserved_source,reserved_date
      aws,us-east-1,g6.xlarge,L4,1,0.8,0.3,0.5,0.4,a,2026-07-20,b,2024-08-09,c,2025-04-04
      """;
  private static final String SERVICES =
      """
      cloud,region,service,usd,source,date
      aws,us-east-1,nat-gateway-hour,0.045,d,2026-08-21
      """;

  private static PriceCatalog read(String machines, String services) {
    return PriceCatalog.read(
        "machines.csv", new StringReader(machines), "services.csv", new StringReader(services));
  }

  private static List<Problem> problemsOf(String machines, String services) {
    try {
      read(machines, services);
    } catch (ProblemException e) {
      return e.problems();
    }
    throw new AssertionError("accepted");
  }

  @Test
  void findsPricesWithTheirSources() {
    PriceCatalog prices = read(MACHINES, SERVICES);
    MachinePrice machine = prices.machine(Cloud.AWS, "us-east-1", "g6.xlarge").orElseThrow();
    assertThat(machine.acceleratorCount()).isEqualTo(1);
    assertThat(machine.onDemand().usd()).isEqualTo("0.8");
    assertThat(machine.spot().orElseThrow().source().date()).isEqualTo("2024-08-09");
    assertThat(machine.reservedOneYear().orElseThrow().usd()).isEqualTo("0.5");
    assertThat(machine.reservedThreeYears().orElseThrow().source().document()).isEqualTo("c");
    Price nat = prices.service(Cloud.AWS, "us-east-1", Service.NAT_GATEWAY_HOUR).orElseThrow();
    assertThat(nat.usd()).isEqualTo(new BigDecimal("0.045"));
    assertThat(prices.oldest(Cloud.AWS, "us-east-1")).contains(LocalDate.of(2026, 7, 20));
  }

  @Test
  void noOtherRegionStandsIn() {
    PriceCatalog prices = read(MACHINES, SERVICES);
    assertThat(prices.machine(Cloud.AWS, "us-east-2", "g6.xlarge")).isEmpty();
    assertThat(prices.machine(Cloud.GCP, "us-east-1", "g6.xlarge")).isEmpty();
    assertThat(prices.service(Cloud.AWS, "us-west-2", Service.NAT_GATEWAY_HOUR)).isEmpty();
    assertThat(prices.oldest(Cloud.AWS, "mars-1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,0.8,     | ,zero,    | on_demand_usd_hour   | 'zero' is no price
          ,0.8,     | ,0,       | on_demand_usd_hour   | a price of 0 is none
          ,0.8,     | ,-1,      | on_demand_usd_hour   | a price of -1 is none
          ,0.8,     | ,,        | on_demand_usd_hour   | on_demand_usd_hour is missing
          0.3,      | 0.9,      | spot_usd_hour        | 0.9 is no discount on 0.8
          0.5,0.4   | 0.8,0.4   | reserved_1y_usd_hour | 0.8 is no discount on 0.8
          2026-07-20| July      | on_demand_date       | 'July' is no date
          b,2024    | ,2024     | spot_source          | spot_source is missing
          L4,1      | L4,many   | accelerator_count    | 'many' is no count
          aws,      | ibm,      | cloud                | unknown cloud 'ibm'
          g6.xlarge | ''        | machine              | machine is missing
          """)
  void refusesBadMachines(String right, String wrong, String column, String reason) {
    assertThat(problemsOf(MACHINES.replaceFirst("(?s)(\n.*)" + right, "$1" + wrong), SERVICES))
        .anySatisfy(
            p -> {
              assertThat(p.path()).isEqualTo(column);
              assertThat(p.reason()).isEqualTo(reason);
              assertThat(p.place().orElseThrow().line()).isEqualTo(2);
              assertThat(p.remedy()).isPresent();
            });
  }

  @Test
  void namesEverythingThatIsWrongInBothFiles() {
    assertThat(
            problemsOf(
                MACHINES + MACHINES.lines().skip(1).findFirst().orElseThrow() + "\n",
                SERVICES + "aws,us-east-1,moon-hour,1,e,2026-01-01\naws,,nat-gateway-hour,,e,x\n"))
        .extracting(p -> p.place().orElseThrow().file() + " " + p.reason())
        .containsExactly(
            "machines.csv g6.xlarge stands twice",
            "services.csv unknown service 'moon-hour'",
            "services.csv region is missing",
            "services.csv usd is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cloud,region\n", "cloud,region\naws,us-east-1\n", "a\n\"b"})
  void refusesFilesThatAreNoTable(String text) {
    assertThat(problemsOf(MACHINES, text))
        .singleElement()
        .satisfies(p -> assertThat(p.place().orElseThrow().file()).isEqualTo("services.csv"));
  }

  @ParameterizedTest
  @CsvSource({
    "AWS,us-east-1,p5.48xlarge,8,55.04",
    "AWS,us-east-1,g6.xlarge,1,0.8048",
    "AWS,us-east-1,ml.g6.xlarge,1,1.1267",
    "AWS,us-east-1,m7i.xlarge,0,0.2016",
    "GCP,us-central1,a3-highgpu-8g,8,88.4899999025753",
    "GCP,us-central1,g2-standard-4,1,0.706832255",
    "GCP,us-central1,c3-standard-4,0,0.201608",
    "GCP,us-central1,n1-standard-4+1xT4,1,0.539999",
    "GCP,us-central1,vertex:g2-standard-4,1,0.81293",
    "GCP,us-central1,ct5lp-hightpu-8t,8,9.6",
    "GCP,us-central1,ct5p-hightpu-4t,4,16.8",
    "AZURE,eastus,Standard_D4s_v5,0,0.192",
    "AZURE,eastus,Standard_ND96isr_H100_v5,8,98.32",
    "AZURE,eastus,Standard_NC24ads_A100_v4,1,3.673",
    "AZURE,eastus,Standard_NC4as_T4_v3,1,0.526"
  })
  void theBundledPricesHoldWhatTheEnvironmentsUse(
      Cloud cloud, String region, String machine, int accelerators, String usd) {
    MachinePrice price = PriceCatalog.bundled().machine(cloud, region, machine).orElseThrow();
    assertThat(price.acceleratorCount()).isEqualTo(accelerators);
    assertThat(price.onDemand().usd()).isEqualByComparingTo(usd);
  }

  @ParameterizedTest
  @CsvSource({
    "GCP,us-central1,GKE_CLUSTER_HOUR,0.1",
    "GCP,us-central1,NAT_GATEWAY_HOUR,0.0448",
    "GCP,us-central1,KMS_KEY_MONTH,0.06",
    "GCP,us-central1,OBJECT_STORAGE_GIB_MONTH,0.02",
    "AZURE,eastus,AKS_STANDARD_CLUSTER_HOUR,0.1",
    "AZURE,eastus,NAT_GATEWAY_HOUR,0.045",
    "AZURE,eastus,INTERFACE_ENDPOINT_HOUR,0.01",
    "AZURE,eastus,OBJECT_STORAGE_ZONES_GIB_MONTH,0.026"
  })
  void theBundledPricesHoldServicesOfTheOtherClouds(
      Cloud cloud, String region, Service service, String usd) {
    assertThat(PriceCatalog.bundled().service(cloud, region, service).orElseThrow().usd())
        .isEqualByComparingTo(usd);
  }

  @Test
  void theBundledPricesHoldEveryServiceOfSomeCloudButWhatWasNotFound() {
    assertThat(Service.values())
        .filteredOn(
            s ->
                PriceCatalog.bundled().service(Cloud.AWS, "us-east-1", s).isEmpty()
                    && PriceCatalog.bundled().service(Cloud.GCP, "us-central1", s).isEmpty()
                    && PriceCatalog.bundled().service(Cloud.AZURE, "eastus", s).isEmpty())
        .containsExactly(
            Service.BLOCK_STORAGE_HYPERDISK_GIB_MONTH,
            Service.FEATURE_STORE_ONLINE_GIB_MONTH,
            Service.FEATURE_STORE_MILLION_WRITES,
            Service.FEATURE_STORE_MILLION_READS);
  }
}
