package dev.mlestate.cost;

import static dev.mlestate.cost.Inventories.PROD_AZURE;
import static dev.mlestate.cost.Inventories.aksPool;
import static dev.mlestate.cost.Inventories.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.inventory.Resource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureEstimateTest {
  private static final Estimator ESTIMATOR = new Estimator(Catalog.load());
  private static final String DEPLOYMENT =
      "azure-native:machinelearningservices/v20240401:OnlineDeployment";

  private static Estimate estimate(Resource... resources) {
    return ESTIMATOR.estimate(Inventories.of(resources), PROD_AZURE, PriceCatalog.bundled());
  }

  private static List<String> items(Estimate estimate) {
    return estimate.charges().stream().map(Charge::item).toList();
  }

  @Test
  void aPoolIsChargedOnceWithTheDisksOfItsNodesAndNeverBelowWhatIsReserved() {
    String size = ", 'enableAutoScaling': true, 'minCount': 0, 'maxCount': 16";
    String machine = "Standard_ND96isr_H100_v5";
    Estimate estimate =
        estimate(
            aksPool("h100", "res", machine, size + ", 'capacityReservationGroupID': 'g'"),
            aksPool("h100", "spot", machine, size + ", 'scaleSetPriority': 'Spot'"),
            aksPool("h100", "od", machine, size));
    assertThat(items(estimate))
        .containsExactly("train/h100: Standard_ND96isr_H100_v5 reservation", "train/h100: disks");
    double nodes = 16 * 10 / 24.0;
    assertThat(estimate.charges().get(0).usd().doubleValue())
        .isCloseTo(nodes * 730 * 98.32, within(0.01));
    assertThat(estimate.charges().get(1).usd().doubleValue())
        .isCloseTo(nodes * 19.71, within(0.01));
    assertThat(estimate.perTeam()).containsOnlyKeys("ads");
    assertThat(estimate.assumptions())
        .contains("train/h100 has no price of " + machine + " as spot: it counts as reservation");

    Estimate small =
        estimate(
            aksPool(
                "h100",
                "res",
                machine,
                ", 'capacityReservationGroupID': 'g', 'enableAutoScaling': true, 'minCount': 0,"
                    + " 'maxCount': 1"));
    // azure.reservedNodes.h100 is 2.
    assertThat(small.charges().get(0).quantity()).isEqualByComparingTo("1460");
  }

  @Test
  void aCacheOfFeaturesIsChargedBySizeAndOneOfNoKnownPriceIsNotFree() {
    String cache = "{'sku': {'name': 'Standard', 'family': 'C', 'capacity': %d}}";
    Resource known = resource("azure-native:cache:Redis", "vision-prod-online", cache.formatted(3));
    assertThat(estimate(known).monthlyUsd()).isEqualByComparingTo("328.50");
    Resource other = resource("azure-native:cache:Redis", "vision-prod-online", cache.formatted(9));
    assertThat(estimate(other).unpriced()).hasSize(1);
  }

  @Test
  void aClustersProfilesArePoolsToo() {
    Estimate estimate =
        estimate(
            resource(
                "azure-native:containerservice:ManagedCluster",
                "vision-prod-train",
                """
                {'sku': {'tier': 'Standard'}, 'agentPoolProfiles': [
                  {'name': 'system', 'nodeLabels': {'mlestate.dev/pool': 'system'},
                   'vmSize': 'Standard_D4s_v5', 'count': 2, 'osDiskType': 'Ephemeral'}]}"""));
    assertThat(items(estimate))
        .containsExactly("train/system: Standard_D4s_v5 on-demand", "train: control plane");
    assertThat(estimate.charges().get(0).usd()).isEqualByComparingTo("280.32");
    assertThat(estimate.charges().get(1).usd()).isEqualByComparingTo("73");
  }

  @Test
  void aDeploymentRunsBetweenTheBoundsOfWhatScalesIt() {
    Resource deployment =
        resource(
            DEPLOYMENT,
            "vision-prod-ranker-blue",
            """
            {'onlineDeploymentProperties': {'instanceType': 'Standard_NC4as_T4_v3',
              'dataCollector': {}}, 'sku': {'capacity': 2}, 'tags': {'team': 'ads'}}""");
    Resource scaling =
        resource(
            "azure-native:insights:AutoscaleSetting",
            "vision-prod-ranker",
            "{'profiles': [{'capacity': {'minimum': '2', 'maximum': '10'}}]}",
            Set.of(),
            deployment);
    Estimate alone = estimate(deployment);
    Estimate scaled = estimate(deployment, scaling);
    assertThat(items(scaled))
        .containsExactly(
            "ranker: Standard_NC4as_T4_v3",
            "ranker: captured data",
            "Egress of ranker to the internet");
    assertThat(alone.charges().get(0).quantity()).isEqualByComparingTo("1460");
    assertThat(scaled.charges().get(0).usd().doubleValue())
        .isCloseTo(10 * 8 / 24.0 * 730 * 0.526, within(0.001));
    assertThat(scaled.charges().get(1).quantity().doubleValue())
        .isCloseTo(0.2 * 300e6 * 10 / 1024 / 1024, within(0.01));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'cpu': 2, 'memory': '4Gi'}  | 0 | Consumption              | 6.4
          {'cpu': 8, 'memory': '56Gi'} | 0 | Consumption-GPU-NC8as-T4 | 43.7
          {'cpu': 2, 'memory': '4Gi'}  | 1 | Consumption              | 158.08
          """)
  void anAppIsChargedByWhatItHasForTheTimeItServes(
      String has, int least, String profile, double usd) {
    Estimate estimate =
        estimate(
            resource(
                "azure-native:app/v20240301:ContainerApp",
                "vision-prod-classifier",
                "{'workloadProfileName': '"
                    + profile
                    + "', 'template': {'containers': [{'resources': "
                    + has
                    + "}], 'scale': {'minReplicas': "
                    + least
                    + "}}}"));
    assertThat(estimate.monthlyUsd().doubleValue()).isCloseTo(usd, within(0.02));
    assertThat(estimate.unpriced()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          azure-native:containerservice:ManagedCluster | {'sku': {'tier': 'Premium'}}                | 438
          azure-native:containerservice:ManagedCluster | {'sku': {'tier': 'Free'}}                   | 0
          azure-native:network:NatGateway              | {}                                          | 55.35
          azure-native:network/v20231101:PrivateEndpoint | {}                                        | 8.3
          azure-native:network:PrivateZone             | {}                                          | 0.5
          azure-native:network:PublicIPPrefix          | {'prefixLength': 31}                        | 8.76
          azure-native:network:FlowLog                 | {}                                          | 5
          azure-native:keyvault:Key                    | {'properties': {'kty': 'RSA'}}              | 0.15
          azure-native:keyvault:Key                    | {'properties': {'kty': 'RSA-HSM'}}          | 5
          azure-native:storage:StorageAccount          | {'sku': {'name': 'Standard_ZRS'}}           | 1.3
          azure-native:storage:StorageAccount          | {'sku': {'name': 'Standard_LRS'}}           | 1.04
          azure-native:containerregistry:Registry      | {'sku': {'name': 'Premium'}}                | 50.695
          azure-native:operationalinsights:Workspace   | {'retentionInDays': 30}                     | 23
          azure-native:purview:Account                 | {}                                          | 300.03
          azure-native:machinelearningservices:Workspace | {}                                        | 0
          azure-native:consumption:Budget              | {}                                          | 0
          """)
  void otherThingsCostWhatTheyDo(String type, String properties, double usd) {
    Estimate estimate = estimate(resource(type, "vision-prod-thing", properties));
    assertThat(estimate.monthlyUsd().doubleValue()).isCloseTo(usd, within(0.001));
    assertThat(estimate.unpriced()).isEmpty();
  }

  @Test
  void theLakeIsOneAccountAndChargedByUsage() {
    Estimate estimate =
        estimate(
            resource(
                "azure-native:storage:StorageAccount",
                "vision-prod-lake",
                "{'sku': {'name': 'Standard_ZRS'}}"));
    assertThat(estimate.charges())
        .extracting(c -> c.item() + " " + c.usd().stripTrailingZeros().toPlainString())
        .containsExactly("Egress to the internet 40", "Reads 4", "Storage of all zones 1300");
  }

  @Test
  void whatHasNoPriceIsListed() {
    Estimate estimate =
        estimate(
            resource(
                "azure-native:storage:StorageAccount", "a", "{'sku': {'name': 'Standard_RAGZRS'}}"),
            resource("azure-native:containerregistry:Registry", "r", "{'sku': {'name': 'Basic'}}"),
            aksPool("big", "on-demand", "Standard_D4s_v5", ", 'count': 1, 'osDiskSizeGB': 4096"),
            resource("azure-native:moon/v20300101:Rocket", "rocket", "{}"));
    assertThat(estimate.unpriced())
        .extracting(Unpriced::reason)
        .containsExactly(
            "no price of storage of Standard_RAGZRS is known in eastus",
            "no price of the tier Basic is known in eastus",
            "no price of a disk of 4096 GiB is known in eastus",
            "no rule estimates this type");
  }
}
