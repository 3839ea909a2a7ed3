package dev.mlestate.aws.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Fabric;
import dev.mlestate.model.ServingAccelerator;
import dev.mlestate.planning.Decision;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.PlanResult;
import dev.mlestate.planning.Planners;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwsPlannerTest {
  @Test
  void serviceLoaderFindsIt() {
    assertThat(Planners.find(Cloud.AWS)).containsInstanceOf(AwsPlanner.class);
  }

  @Test
  void plansAProductionEstate() {
    Fixture fixture =
        Fixture.of(
            Fixture.cpu("system", 4, 16, 2, 4),
            Fixture.gpu(
                "h100",
                AcceleratorType.H100,
                8,
                16,
                Fabric.RDMA,
                CapacityOption.RESERVATION,
                CapacityOption.SPOT,
                CapacityOption.ON_DEMAND),
            Fixture.gpu("l4", AcceleratorType.L4, 1, 8, Fabric.NONE, CapacityOption.SPOT));
    fixture.reservations = Map.of("h100", "cr-0a1b2c3d");
    fixture.serving.add(
        Fixture.realtime("ranker", Optional.of(new ServingAccelerator(AcceleratorType.L4, 1)), 10));
    fixture.serving.add(Fixture.serverless("labels", 3, 20, 0));

    PlanResult result =
        new AwsPlanner().plan(fixture.environment(), fixture.organisation(), Catalog.load());

    assertThat(result).isInstanceOf(PlanResult.Feasible.class);
    EstatePlan plan = ((PlanResult.Feasible) result).plan();
    assertThat(plan.decisions())
        .extracting(Decision::subject)
        .startsWith("zones", "network", "network", "train", "train/system")
        .contains("train/h100", "train/l4", "ranker", "labels", "quota L-417A185B");
    assertThat(plan.clusters().get(0).nodePools())
        .extracting(p -> p.machine().name())
        .containsExactly("m7i.xlarge", "p5.48xlarge", "g6.xlarge");
  }
}
