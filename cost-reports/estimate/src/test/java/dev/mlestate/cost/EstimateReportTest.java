package dev.mlestate.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.Resource;
import dev.mlestate.report.TerminalRenderer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateReportTest {
  private static Estimate estimate() {
    List<Resource> resources = new ArrayList<>(Inventories.h100());
    resources.add(Inventories.key("data"));
    resources.add(Inventories.key("logs"));
    resources.add(Inventories.resource("aws:moon/rocket:Rocket", "rocket", "{}"));
    return new Estimator(Catalog.load())
        .estimate(new Inventory(resources), Inventories.PROD, PriceCatalog.bundled());
  }

  @Test
  void showsTheTreeThenWhatItRestsOn() {
    String report = new TerminalRenderer(false, 100).render(EstimateReport.document(estimate()));
    assertThat(report)
        .isEqualTo(
            """
            Monthly cost of vision-prod

                                                        quantity  price              USD a month
            vision-prod                                                     at least $267,916.67
            ├─ Clusters and node pools                                               $267,914.67
            │  ├─ train/h100: disks                    666.7 GiB  × $0.08                 $53.33
            │  └─ train/h100: p5.48xlarge reservation  4,866.7 h  × $55.04           $267,861.33
            └─ Keys and secrets                                                            $2.00
               └─ Key ×2                                2 months  × $1                     $2.00

            From $98,380.01 to $267,916.67, depending on which capacity option each pool gets.

            team      cost centre  GPU hours  USD a month
            research  ml-2001       38,933.3  $267,914.67
            shared    ml-1234              0        $2.00

            accelerators  machine      GPU hours  USD per GPU hour
            train/h100    p5.48xlarge   38,933.3             $6.88

            ? unknown the total leaves out 1 thing

            • aws:moon/rocket:Rocket: not estimated, no rule estimates this type

            4 charges of 3 resources estimated; prices in us-east-1, the oldest of 2024-07-18.

            Free by itself
              • LaunchTemplate: charged with what it belongs to

            Assumptions
              • a month has 730 hours
              • list prices before tax, discounts and free tiers; requests to keys, rotated keys and traffic
                between zones are not counted
              • train/h100 runs on its reservation at the on-demand price; a reservation is billed whether used
                or not, and what the pool leaves unused is not counted
              • what endpoints process in and out, their volumes, and the reads and writes of feature groups are
                not counted
            """);
  }

  @Test
  void theJsonHoldsWhatPoliciesRead() {
    ObjectNode json = EstimateJson.of(estimate());
    assertThat(json.path("monthlyUsd").decimalValue()).isEqualTo("267916.67");
    assertThat(json.path("gpuHoursPerMonth").decimalValue()).isEqualTo("38933.3333");
    assertThat(json.path("perTeam").path("research").path("gpuHoursPerMonth").asInt())
        .isEqualTo(38933);
    assertThat(json.path("perTeam").path("shared").path("monthlyUsd").asInt()).isEqualTo(2);
    assertThat(json.path("unpriced")).hasSize(1);
    assertThat(json.path("unpriced").path(0).path("cause").asText()).isEqualTo("not estimated");
    assertThat(json).isEqualTo(EstimateJson.of(estimate()));
  }
}
