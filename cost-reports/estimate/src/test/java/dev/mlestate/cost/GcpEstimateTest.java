package dev.mlestate.cost;

import static dev.mlestate.cost.Inventories.PROD_GCP;
import static dev.mlestate.cost.Inventories.gkePool;
import static dev.mlestate.cost.Inventories.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcpEstimateTest {
  private static final Estimator ESTIMATOR = new Estimator(Catalog.load());

  private static Estimate estimate(Resource... resources) {
    return ESTIMATOR.estimate(Inventories.of(resources), PROD_GCP, PriceCatalog.bundled());
  }

  private static List<String> items(Estimate estimate) {
    return estimate.charges().stream().map(Charge::item).toList();
  }

  @Test
  void aPoolIsChargedOnceByItsFirstOptionAndRangesOverAll() {
    String size = "'autoscaling': {'totalMinNodeCount': 0, 'totalMaxNodeCount': 16}";
    String gpus = ", 'guestAccelerators': [{'type': 'nvidia-h100-80gb', 'count': 8}]";
    Estimate estimate =
        estimate(
            gkePool(
                "h100",
                "reservation",
                "a3-highgpu-8g",
                gpus
                    + ", 'reservationAffinity': {'consumeReservationType': 'SPECIFIC_RESERVATION'}",
                size),
            gkePool("h100", "spot", "a3-highgpu-8g", gpus + ", 'spot': true", size),
            gkePool("h100", "on-demand", "a3-highgpu-8g", gpus, size));
    double hours = 16 * 10 / 24.0 * 730;
    assertThat(items(estimate))
        .containsExactly("train/h100: a3-highgpu-8g reservation", "train/h100: disks");
    Charge machines = estimate.charges().get(0);
    assertThat(machines.usd().doubleValue()).isCloseTo(hours * 88.4899999025753, within(0.01));
    assertThat(machines.lowUsd().doubleValue()).isCloseTo(hours * 50.6095408219178, within(0.01));
    assertThat(machines.team()).isEqualTo("research");
    assertThat(machines.costCenter()).isEqualTo("ml-2001");
    assertThat(estimate.gpuHoursPerMonth().orElseThrow().doubleValue())
        .isCloseTo(hours * 8, within(0.01));
    assertThat(estimate.unpriced()).isEmpty();
  }

  @Test
  void aSliceHasItsHostsAllTheTimeAndCountsChips() {
    Estimate estimate =
        estimate(gkePool("slice", "reservation", "ct5p-hightpu-4t", "", "'nodeCount': 4"));
    assertThat(estimate.charges().get(0).usd()).isEqualByComparingTo("49056");
    assertThat(estimate.accelerators())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.hours())
                  .hasValueSatisfying(h -> assertThat(h).isEqualByComparingTo("11680"));
              assertThat(use.usdPerHour()).contains(new BigDecimal("4.2"));
              assertThat(use.kind()).isEqualTo(AcceleratorUse.Kind.TPU);
            });
    assertThat(estimate.unpriced()).isEmpty();
  }

  @Test
  void queuedNodesCostWhatTheyDoOnDemandAndThatIsSaid() {
    Resource pool =
        resource(
            "gcp:container/nodePool:NodePool",
            "vision-prod-train-tpu-queued",
            """
            {'nodeConfig': {'labels': {'mlestate.dev/pool': 'tpu'}, 'machineType': 'ct5lp-hightpu-8t'},
             'queuedProvisioning': {'enabled': true},
             'autoscaling': {'totalMinNodeCount': 0, 'totalMaxNodeCount': 1}}""");
    Estimate estimate = estimate(pool);
    assertThat(items(estimate)).contains("train/tpu: ct5lp-hightpu-8t queued");
    assertThat(estimate.assumptions()).anyMatch(a -> a.contains("queued at the on-demand price"));
  }

  @Test
  void attachedAcceleratorsArePartOfTheMachineAndZonesMultiplyNodes() {
    Estimate estimate =
        estimate(
            gkePool(
                "t4",
                "on-demand",
                "n1-standard-4",
                ", 'guestAccelerators': [{'type': 'nvidia-tesla-t4', 'count': 1}]",
                "'nodeLocations': ['us-central1-a', 'us-central1-b'],"
                    + " 'autoscaling': {'minNodeCount': 1, 'maxNodeCount': 1}"));
    Charge machines = estimate.charges().get(1);
    assertThat(machines.item()).isEqualTo("train/t4: n1-standard-4+1xT4 on-demand");
    assertThat(machines.quantity()).isEqualByComparingTo("1460");
    assertThat(estimate.accelerators().get(0).usdPerHour()).contains(new BigDecimal("0.539999"));
  }

  @Test
  void anEndpointRunsOnWhatItsServingAsksForAtThePriceOfVertex() {
    Resource endpoint =
        resource(
            "gcp:vertex/aiEndpoint:AiEndpoint",
            "vision-prod-ranker",
            """
            {'labels': {'team': 'ads'},
             'predictRequestResponseLoggingConfig': {'enabled': true, 'samplingRate': 0.2}}""");
    Estimate estimate = estimate(endpoint);
    assertThat(items(estimate))
        .containsExactly(
            "ranker: captured data", "ranker: g2-standard-4", "Egress of ranker to the internet");
    assertThat(estimate.charges().get(1).usd().doubleValue())
        .isCloseTo(10 * 8 / 24.0 * 730 * 0.81293, within(0.001));
    assertThat(estimate.charges().get(0).quantity().doubleValue())
        .isCloseTo(0.2 * 300e6 * 10 / 1024 / 1024, within(0.01));
    assertThat(estimate.perTeam()).containsOnlyKeys("ads");
    assertThat(estimate.gpuHoursPerMonth().orElseThrow().doubleValue())
        .isCloseTo(10 * 8 / 24.0 * 730, within(0.01));
  }

  @Test
  void anEndpointOfNoServingIsUnknown() {
    Estimate estimate = estimate(resource("gcp:vertex/aiEndpoint:AiEndpoint", "other", "{}"));
    assertThat(estimate.unpriced())
        .singleElement()
        .satisfies(u -> assertThat(u.cause()).isEqualTo(Unpriced.Cause.UNKNOWN_QUANTITY));
    assertThat(estimate.gpuHoursPerMonth()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'cpu': '2', 'memory': '8Gi'}                          | 0 | 7.20
          {'cpu': '500m', 'memory': '512Mi'}                     | 0 | 1.725
          {'cpu': '4', 'memory': '16Gi', 'nvidia.com/gpu': '1'}  | 0 | 32.67
          {'cpu': '2', 'memory': '8Gi'}                          | 1 | 179.1
          """)
  void aServerlessServiceIsChargedByWhatItHasForTheTimeItServes(
      String limits, int least, double usd) {
    Estimate estimate =
        estimate(
            resource(
                "gcp:cloudrunv2/service:Service",
                "vision-prod-classifier",
                "{'template': {'containers': [{'resources': {'limits': "
                    + limits
                    + "}}], 'scaling': {'minInstanceCount': "
                    + least
                    + "}}}"));
    // A million requests of 0.1 s, or a month of one replica.
    assertThat(estimate.monthlyUsd().doubleValue()).isCloseTo(usd, within(0.01));
    assertThat(estimate.unpriced()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gcp:container/cluster:Cluster           | {'minMasterVersion': '1.35', 'releaseChannel': {'channel': 'REGULAR'}}      | 73
          gcp:container/cluster:Cluster           | {'minMasterVersion': '1.33', 'releaseChannel': {'channel': 'EXTENDED'}}     | 438
          gcp:container/cluster:Cluster           | {'minMasterVersion': '1.35.3-gke.1', 'releaseChannel': {'channel': 'EXTENDED'}} | 73
          gcp:kms/cryptoKey:CryptoKey             | {'versionTemplate': {'protectionLevel': 'SOFTWARE'}}                        | 0.06
          gcp:kms/cryptoKey:CryptoKey             | {'versionTemplate': {'protectionLevel': 'HSM'}}                             | 1
          gcp:compute/routerNat:RouterNat         | {'natIpAllocateOption': 'AUTO_ONLY'}                                        | 58.854
          gcp:compute/globalForwardingRule:GlobalForwardingRule | {'target': 'all-apis'}                                       | 8.3
          gcp:compute/address:Address             | {'addressType': 'INTERNAL'}                                                 | 0
          gcp:compute/subnetwork:Subnetwork       | {'logConfig': {'flowSampling': 1}}                                          | 2.5
          gcp:compute/subnetwork:Subnetwork       | {}                                                                          | 0
          gcp:dns/managedZone:ManagedZone         | {}                                                                          | 0.2
          gcp:storage/bucket:Bucket               | {}                                                                          | 1
          gcp:artifactregistry/repository:Repository | {}                                                                       | 5
          gcp:bigquery/table:Table                | {}                                                                          | 1.15
          gcp:bigquery/table:Table                | {'externalDataConfiguration': {}}                                           | 0
          gcp:vertex/aiFeatureOnlineStore:AiFeatureOnlineStore | {'bigtable': {'autoScaling': {'minNodeCount': 2}}}             | 1372.4
          """)
  void otherThingsCostWhatTheyDo(String type, String properties, double usd) {
    Estimate estimate = estimate(resource(type, "vision-prod-thing", properties));
    assertThat(estimate.monthlyUsd().doubleValue()).isCloseTo(usd, within(0.001));
    assertThat(estimate.unpriced()).isEmpty();
  }

  @Test
  void logsCostMoreTheLongerTheyStay() {
    String type = "gcp:logging/projectBucketConfig:ProjectBucketConfig";
    double month =
        estimate(resource(type, "short", "{'retentionDays': 30}")).monthlyUsd().doubleValue();
    double year =
        estimate(resource(type, "long", "{'retentionDays': 365}")).monthlyUsd().doubleValue();
    assertThat(month).isCloseTo(5, within(0.001));
    assertThat(year - month).isCloseTo(335 / (730 / 24.0) * 10 * 0.01, within(0.001));
  }

  @Test
  void whatIsUnknownIsListedAndNotNothing() {
    Estimate estimate =
        estimate(
            resource("gcp:moon/rocket:Rocket", "rocket", "{}"),
            resource("gcp:kms/cryptoKey:CryptoKey", "key", "{}", Set.of("versionTemplate")),
            gkePool("x", "spot", "a9-highgpu-8g", "", "'nodeCount': 1"));
    assertThat(estimate.unpriced())
        .extracting(u -> u.cause() + " " + u.item())
        .containsExactly(
            "NO_PRICE train/x", "UNKNOWN_QUANTITY Key", "NO_RULE gcp:moon/rocket:Rocket");
    assertThat(estimate.gpuHoursPerMonth()).isEmpty();
  }
}
