package dev.mlestate.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.Environment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EstimatePropertiesTest {
  private static final Estimator ESTIMATOR = new Estimator(Catalog.load());
  private static final List<String> TYPES =
      List.of(
          "aws:kms/key:Key",
          "aws:ec2/natGateway:NatGateway",
          "aws:ec2/eip:Eip",
          "aws:s3/bucketV2:BucketV2",
          "aws:eks/cluster:Cluster",
          "aws:cloudwatch/logGroup:LogGroup",
          "aws:iam/role:Role",
          "aws:moon/rocket:Rocket",
          "gcp:kms/cryptoKey:CryptoKey",
          "gcp:compute/routerNat:RouterNat",
          "gcp:storage/bucket:Bucket",
          "gcp:container/cluster:Cluster",
          "gcp:logging/projectBucketConfig:ProjectBucketConfig",
          "gcp:vertex/aiEndpoint:AiEndpoint",
          "gcp:cloudrunv2/service:Service",
          "gcp:projects/iAMMember:IAMMember",
          "gcp:moon/rocket:Rocket",
          "azure-native:keyvault:Key",
          "azure-native:network:NatGateway",
          "azure-native:network/v20231101:PrivateEndpoint",
          "azure-native:storage:BlobContainer",
          "azure-native:operationalinsights:Workspace",
          "azure-native:machinelearningservices:OnlineDeployment",
          "azure-native:app:ContainerApp",
          "azure-native:resources:ResourceGroup",
          "azure-native:moon/v20300101:Rocket");
  private static final List<Environment> CLOUDS =
      List.of(Inventories.PROD, Inventories.PROD_GCP, Inventories.PROD_AZURE);

  private static Estimate estimate(List<Resource> resources) {
    return estimate(resources, Inventories.PROD);
  }

  private static Estimate estimate(List<Resource> resources, Environment environment) {
    return ESTIMATOR.estimate(new Inventory(resources), environment, PriceCatalog.bundled());
  }

  @Provide
  Arbitrary<Environment> clouds() {
    return Arbitraries.of(CLOUDS);
  }

  @Provide
  Arbitrary<List<Resource>> estates() {
    Arbitrary<Resource> simple =
        Arbitraries.integers()
            .between(0, 99)
            .map(
                i ->
                    Inventories.resource(
                        TYPES.get(i % TYPES.size()),
                        "vision-prod-" + i + (i % 3 == 0 ? "-raw" : ""),
                        "{'"
                            + (i % 5 == 0 ? "labels" : "tags")
                            + "': {'team': '"
                            + (i % 2 == 0 ? "ads" : "research")
                            + "'}}"));
    Arbitrary<Resource> pools =
        Arbitraries.integers()
            .between(0, 20)
            .map(
                i ->
                    Inventories.group(
                        "pool" + i,
                        "pool" + i + "-spot",
                        i % 2 == 0 ? "p5.48xlarge" : "g6.xlarge",
                        "SPOT",
                        i % 4,
                        i,
                        Inventories.key("none")));
    Arbitrary<Resource> gke =
        Arbitraries.integers()
            .between(0, 20)
            .map(
                i ->
                    Inventories.gkePool(
                        "gke" + i,
                        i % 2 == 0 ? "spot" : "on-demand",
                        i % 3 == 0 ? "ct5p-hightpu-4t" : "a3-highgpu-8g",
                        i % 2 == 0 ? ", 'spot': true" : "",
                        i % 3 == 0
                            ? "'nodeCount': " + i
                            : "'autoscaling': {'totalMaxNodeCount': " + i + "}"));
    Arbitrary<Resource> aks =
        Arbitraries.integers()
            .between(0, 20)
            .map(
                i ->
                    Inventories.aksPool(
                        "aks" + i,
                        "on-demand",
                        i % 2 == 0 ? "Standard_ND96isr_H100_v5" : "Standard_NC4as_T4_v3",
                        ", 'enableAutoScaling': true, 'minCount': 0, 'maxCount': " + i));
    return Arbitraries.oneOf(simple, pools, gke, aks)
        .list()
        .uniqueElements(Resource::urn)
        .ofMaxSize(30);
  }

  @Property(tries = 60)
  void sectionsTeamsAndCostCentresAddUpToTheTotal(
      @ForAll("estates") List<Resource> estate, @ForAll("clouds") Environment environment) {
    Estimate estimate = estimate(estate, environment);
    BigDecimal total = estimate.monthlyUsd();
    assertThat(sum(estimate.charges().stream().map(Charge::usd).toList())).isEqualTo(total);
    assertThat(sum(estimate.perTeam().values().stream().map(Share::usd).toList()))
        .isEqualByComparingTo(total);
    assertThat(sum(List.copyOf(estimate.perCostCenter().values()))).isEqualByComparingTo(total);
    assertThat(estimate.lowMonthlyUsd()).isLessThanOrEqualTo(total);
    assertThat(estimate.highMonthlyUsd()).isGreaterThanOrEqualTo(total);
  }

  @Property(tries = 60)
  void theOrderOfResourcesDoesNotMatter(@ForAll("estates") List<Resource> estate, @ForAll long s) {
    List<Resource> shuffled = new ArrayList<>(estate);
    Collections.shuffle(shuffled, new Random(s));
    assertThat(EstimateJson.of(estimate(shuffled))).isEqualTo(EstimateJson.of(estimate(estate)));
  }

  @Property(tries = 60)
  void anotherResourceNeverLowersTheTotal(
      @ForAll("estates") List<Resource> estate, @ForAll("clouds") Environment environment) {
    for (int i = 0; i < estate.size(); i++) {
      assertThat(estimate(estate.subList(0, i + 1), environment).monthlyUsd())
          .isGreaterThanOrEqualTo(estimate(estate.subList(0, i), environment).monthlyUsd());
    }
  }

  @Property(tries = 60)
  void everyResourceIsChargedListedOrFree(
      @ForAll("estates") List<Resource> estate, @ForAll("clouds") Environment environment) {
    Estimate estimate = estimate(estate, environment);
    assertThat(estate)
        .filteredOn(r -> !r.type().contains("Bucket"))
        .allSatisfy(
            r ->
                assertThat(
                        estimate.charges().stream().anyMatch(c -> c.resource().equals(r.urn()))
                            || estimate.unpriced().stream()
                                .anyMatch(u -> u.resource().equals(r.urn()))
                            || estimate.free().containsKey(Types.of(r)))
                    .as(r.urn())
                    .isTrue());
  }

  private static BigDecimal sum(List<BigDecimal> parts) {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
