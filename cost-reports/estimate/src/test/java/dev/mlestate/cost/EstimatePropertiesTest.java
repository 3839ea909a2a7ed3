package dev.mlestate.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.Resource;
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
          "aws:moon/rocket:Rocket");

  private static Estimate estimate(List<Resource> resources) {
    return ESTIMATOR.estimate(new Inventory(resources), Inventories.PROD, PriceCatalog.bundled());
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
                        "{'tags': {'team': '" + (i % 2 == 0 ? "ads" : "research") + "'}}"));
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
    return Arbitraries.oneOf(simple, pools).list().uniqueElements(Resource::urn).ofMaxSize(30);
  }

  @Property(tries = 60)
  void sectionsTeamsAndCostCentresAddUpToTheTotal(@ForAll("estates") List<Resource> estate) {
    Estimate estimate = estimate(estate);
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
  void anotherResourceNeverLowersTheTotal(@ForAll("estates") List<Resource> estate) {
    for (int i = 0; i < estate.size(); i++) {
      assertThat(estimate(estate.subList(0, i + 1)).monthlyUsd())
          .isGreaterThanOrEqualTo(estimate(estate.subList(0, i)).monthlyUsd());
    }
  }

  @Property(tries = 60)
  void everyResourceIsChargedListedOrFree(@ForAll("estates") List<Resource> estate) {
    Estimate estimate = estimate(estate);
    assertThat(estate)
        .filteredOn(r -> !r.type().contains("Bucket"))
        .allSatisfy(
            r ->
                assertThat(
                        estimate.charges().stream().anyMatch(c -> c.resource().equals(r.urn()))
                            || estimate.unpriced().stream()
                                .anyMatch(u -> u.resource().equals(r.urn()))
                            || estimate.free().containsKey(r.type()))
                    .as(r.urn())
                    .isTrue());
  }

  private static BigDecimal sum(List<BigDecimal> parts) {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
