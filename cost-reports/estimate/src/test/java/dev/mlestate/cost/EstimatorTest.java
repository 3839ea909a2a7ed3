package dev.mlestate.cost;

import static dev.mlestate.cost.Inventories.PROD;
import static dev.mlestate.cost.Inventories.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatorTest {
  private static final Estimator ESTIMATOR = new Estimator(Catalog.load());

  private static Estimate estimate(List<Resource> resources) {
    return ESTIMATOR.estimate(new Inventory(resources), PROD, PriceCatalog.bundled());
  }

  private static Estimate estimate(Resource... resources) {
    return estimate(List.of(resources));
  }

  private static Charge only(Estimate estimate) {
    assertThat(estimate.unpriced()).isEmpty();
    assertThat(estimate.charges()).hasSize(1);
    return estimate.charges().get(0);
  }

  @Test
  void aPoolIsChargedOnceByItsFirstOptionAndRangesOverAll() {
    Estimate estimate = estimate(Inventories.h100());
    // 16 nodes for 10 of 24 hours, as usage.h100 says.
    double hours = 16 * 10 / 24.0 * 730;
    Charge machines = estimate.charges().get(1);
    assertThat(machines.item()).isEqualTo("train/h100: p5.48xlarge reservation");
    assertThat(machines.usd().doubleValue()).isCloseTo(hours * 55.04, within(0.01));
    assertThat(machines.lowUsd().doubleValue()).isCloseTo(hours * 20.2037, within(0.01));
    assertThat(machines.highUsd()).isEqualTo(machines.usd());
    assertThat(machines.team()).isEqualTo("research");
    Charge disks = estimate.charges().get(0);
    assertThat(disks.usd().doubleValue()).isCloseTo(16 * 10 / 24.0 * 100 * 0.08, within(0.001));
    assertThat(estimate.charges()).hasSize(2);
    assertThat(estimate.unpriced()).isEmpty();
    assertThat(estimate.gpuHoursPerMonth().orElseThrow().doubleValue())
        .isCloseTo(hours * 8, within(0.01));
    assertThat(estimate.accelerators())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.name()).isEqualTo("train/h100");
              assertThat(use.usdPerHour()).contains(new BigDecimal("6.88"));
            });
    assertThat(estimate.assumptions()).anyMatch(a -> a.contains("whether used or not"));
  }

  @Test
  void aPoolNeverFallsBelowItsMinimum() {
    Resource template = Inventories.template("system", "");
    Estimate estimate =
        estimate(
            template,
            Inventories.group("system", "system", "m7i.xlarge", "ON_DEMAND", 5, 6, template));
    assertThat(estimate.charges().get(1).quantity()).isEqualByComparingTo("3650");
    assertThat(estimate.gpuHoursPerMonth()).contains(BigDecimal.ZERO);
    assertThat(estimate.assumptions()).contains("usage.system.hoursPerDay is 8 by default");
  }

  @Test
  void anEndpointRunsBetweenItsBoundsAndKeepsWhatItCaptures() {
    Estimate estimate = estimate(Inventories.ranker());
    assertThat(estimate.charges())
        .extracting(Charge::item)
        .containsExactly(
            "ranker: captured data", "ranker: ml.g6.xlarge", "Egress of ranker to the internet");
    // 10 replicas for 8 of 24 hours; a fifth of 300 million requests of 10 KiB.
    assertThat(estimate.charges().get(1).usd().doubleValue())
        .isCloseTo(10 * 8 / 24.0 * 730 * 1.1267, within(0.001));
    assertThat(estimate.charges().get(0).quantity().doubleValue())
        .isCloseTo(0.2 * 300e6 * 10 / 1024 / 1024, within(0.01));
    assertThat(estimate.charges().get(2).usd()).isEqualByComparingTo("4.5");
    assertThat(estimate.perTeam()).containsOnlyKeys("ads");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "unknown",
      textBlock =
          """
          vision-prod-ranker   | unknown                | true
          vision-prod-other    | unknown                | false
          vision-prod-anything | vision-prod-ranker-1a2 | true
          vision-prod-ranker   | vision-prod-ranker-9f9 | false
          """)
  void whatScalesAnEndpointIsFoundByNamesToo(
      String endpoint, @Nullable String configuration, boolean scales) {
    Estimate estimate =
        estimate(
            resource(
                "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
                "vision-prod-ranker",
                "{'name': 'vision-prod-ranker-1a2', 'productionVariants': [{'instanceType': 'ml.g6.xlarge', 'initialInstanceCount': 2}]}"),
            resource(
                "aws:sagemaker/endpoint:Endpoint",
                endpoint,
                "{'name': 'ranker', 'endpointConfigName': "
                    + (configuration == null ? null : "'" + configuration + "'")
                    + "}",
                configuration == null ? Set.of("endpointConfigName") : Set.of()),
            resource(
                "aws:appautoscaling/target:Target",
                "vision-prod-ranker",
                "{'resourceId': 'endpoint/ranker/variant/primary', 'minCapacity': 2, 'maxCapacity': 10}"));
    // At ten replicas for 8 of 24 hours, or at the two that it begins with.
    assertThat(estimate.gpuHoursPerMonth().orElseThrow().doubleValue())
        .isCloseTo(scales ? 10 * 8 / 24.0 * 730 : 2 * 730, within(0.01));
  }

  @Test
  void serverlessIsChargedByRequests() {
    Charge charge =
        estimate(
                resource(
                    "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
                    "vision-prod-classifier",
                    "{'productionVariants': [{'serverlessConfig': {'memorySizeInMb': 6144, 'maxConcurrency': 20}}]}"))
            .charges()
            .stream()
            .filter(c -> c.section() == Section.SERVING)
            .findFirst()
            .orElseThrow();
    // A million requests of 0.1 s at 6 GiB.
    assertThat(charge.usd()).isEqualByComparingTo("12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aws:eks/cluster:Cluster                   | {'version': '1.35'}                                     | 73
          aws:eks/cluster:Cluster                   | {'version': '1.33'}                                     | 438
          aws:kms/key:Key                           | {}                                                      | 1
          aws:ec2/eip:Eip                           | {}                                                      | 3.65
          aws:cloudwatch/dashboard:Dashboard        | {}                                                      | 3
          aws:ecr/repository:Repository             | {}                                                      | 5
          aws:cloudtrail/trail:Trail                | {'advancedEventSelectors': [{}]}                        | 10
          aws:s3/bucketV2:BucketV2                  | {}                                                      | 1.15
          """)
  void otherThingsCostWhatTheyDo(String type, String properties, String usd) {
    Charge charge = only(estimate(resource(type, "vision-prod-thing", properties)));
    assertThat(charge.usd()).isEqualByComparingTo(usd);
    assertThat(charge.team()).isEqualTo("shared");
    assertThat(charge.costCenter()).isEqualTo("ml-1234");
  }

  @Test
  void interfaceEndpointsAreChargedByZoneAndGatewaysNot() {
    String type = "aws:ec2/vpcEndpoint:VpcEndpoint";
    Estimate estimate =
        estimate(
            resource(type, "s3", "{'vpcEndpointType': 'Gateway'}"),
            resource(type, "default", "{}"),
            resource(
                type,
                "ecr",
                "{'vpcEndpointType': 'Interface', 'subnetIds': [null, null, null]}",
                Set.of("subnetIds[0]", "subnetIds[1]", "subnetIds[2]")));
    assertThat(estimate.charges())
        .extracting(c -> c.item() + " " + c.usd().stripTrailingZeros().toPlainString())
        .containsExactly("Interface endpoint 21.9", "Interface endpoint: data 1");
    assertThat(estimate.unpriced()).isEmpty();
  }

  @Test
  void anEndpointWhoseSubnetsAreUnknownIsInThoseThatItDependsOn() {
    Resource one = resource("aws:ec2/subnet:Subnet", "private-a", "{}");
    Resource two = resource("aws:ec2/subnet:Subnet", "private-b", "{}");
    Resource group = resource("aws:ec2/securityGroup:SecurityGroup", "endpoints", "{}");
    Estimate estimate =
        estimate(
            one,
            two,
            group,
            resource(
                "aws:ec2/vpcEndpoint:VpcEndpoint",
                "ecr",
                "{'vpcEndpointType': 'Interface', 'subnetIds': null}",
                Set.of("subnetIds"),
                one,
                two,
                group));
    assertThat(estimate.charges().get(0).quantity()).isEqualByComparingTo("1460");
    assertThat(estimate.unpriced()).isEmpty();
  }

  @Test
  void whatIsNotCountedIsSaid() {
    assertThat(estimate(Inventories.ranker()).assumptions())
        .anyMatch(a -> a.contains("reads and writes of feature groups are not counted"));
  }

  @Test
  void theDataLakeIsChargedByUsage() {
    String type = "aws:s3/bucketV2:BucketV2";
    Estimate estimate =
        estimate(
            resource(type, "vision-prod-lake-raw", "{}"),
            resource(type, "vision-prod-lake-curated", "{}"));
    assertThat(estimate.charges())
        .extracting(c -> c.item() + " " + c.usd().stripTrailingZeros().toPlainString())
        .containsExactly("Egress to the internet 45", "Reads 4", "Storage of all zones 1150");
  }

  @Test
  void whatIsUnknownOrUnpricedIsListedAndNotNothing() {
    Resource template = Inventories.template("h100", "");
    Resource pool = Inventories.group("h100", "h100", "p9.96xlarge", "SPOT", 0, 4, template);
    Estimate estimate =
        estimate(
            template,
            pool,
            resource(
                "aws:ec2/vpcEndpoint:VpcEndpoint",
                "ecr",
                "{'vpcEndpointType': 'Interface', 'subnetIds': null}",
                Set.of("subnetIds")),
            resource("aws:moon/rocket:Rocket", "rocket", "{}"),
            resource(
                "aws:sagemaker/featureGroup:FeatureGroup",
                "users",
                "{'onlineStoreConfig': {'enableOnlineStore': true}}"));
    assertThat(estimate.unpriced())
        .extracting(u -> u.cause().words() + ": " + u.item() + ", " + u.reason())
        .containsExactly(
            "no price: Online store of users, no price of feature-store-online-gib-month is known in us-east-1",
            "no price: train/h100, no price of p9.96xlarge is known in us-east-1",
            "unknown quantity: Interface endpoint, what it is charged by is not known yet",
            "not estimated: aws:moon/rocket:Rocket, no rule estimates this type");
    assertThat(estimate.gpuHoursPerMonth()).isEmpty();
  }

  @Test
  void anUnknownSizeOrMachineLeavesHoursAndCostUnknown() {
    Resource group =
        resource(
            "aws:eks/nodeGroup:NodeGroup",
            "vision-prod-train-h100",
            "{'labels': {'mlestate.dev/pool': 'h100'}, 'instanceTypes': ['p5.48xlarge'], 'scalingConfig': null}",
            Set.of("scalingConfig"));
    Resource machine =
        resource(
            "aws:eks/nodeGroup:NodeGroup",
            "vision-prod-train-l4",
            "{'labels': {'mlestate.dev/pool': 'l4'}, 'instanceTypes': null}",
            Set.of("instanceTypes"));
    for (Resource unknown : List.of(group, machine)) {
      Estimate estimate = estimate(unknown);
      assertThat(estimate.charges()).isEmpty();
      assertThat(estimate.unpriced())
          .isNotEmpty()
          .allMatch(u -> u.cause() == Unpriced.Cause.UNKNOWN_QUANTITY);
      assertThat(estimate.gpuHoursPerMonth()).isEmpty();
    }
  }

  @Test
  void otherRegionsPricesDoNotStandIn() {
    Estimate estimate =
        ESTIMATOR.estimate(
            Inventories.of(Inventories.key("data")),
            Inventories.in("us-west-2", PROD),
            PriceCatalog.bundled());
    assertThat(estimate.charges()).isEmpty();
    assertThat(estimate.unpriced())
        .singleElement()
        .satisfies(
            u ->
                assertThat(u.reason())
                    .isEqualTo("no price of kms-key-month is known in us-west-2"));
  }

  @Test
  void whatIsFreeIsSaidToBe() {
    Estimate estimate =
        estimate(
            resource("aws:iam/role:Role", "r", "{}"),
            resource("pulumi:pulumi:Stack", "s", "{}"),
            resource("mlestate:aws:Network", "n", "{}"));
    assertThat(estimate.free()).containsOnlyKeys("aws:iam/role:Role");
    assertThat(estimate.monthlyUsd()).isZero();
    assertThat(estimate.unpriced()).isEmpty();
  }

  @Test
  void nothingCostsNothingAndAssumesNothing() {
    Estimate estimate = estimate();
    assertThat(estimate.monthlyUsd()).isZero();
    assertThat(estimate.assumptions()).isEmpty();
    assertThat(estimate.gpuHoursPerMonth()).contains(BigDecimal.ZERO);
  }
}
