package dev.mlestate.aws.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Egress;
import dev.mlestate.model.Fabric;
import dev.mlestate.model.ServingAccelerator;
import dev.mlestate.model.Stage;
import dev.mlestate.planning.PlanResult;
import dev.mlestate.planning.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole plan of one estate a stage; -Dgolden.update=true writes it anew. */
class PlanSnapshotTest {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("mlestate.root", "."),
          "components/aws/src/test/resources/dev/mlestate/aws/planning");

  @ParameterizedTest
  @EnumSource(Stage.class)
  void planIsTheRecordedOne(Stage stage) throws IOException {
    Fixture fixture = fixture(stage);
    PlanResult result =
        new AwsPlanner().plan(fixture.environment(), fixture.organisation(), Catalog.load());
    assertThat(result).isInstanceOf(PlanResult.Feasible.class);
    String text = PlanText.of(((PlanResult.Feasible) result).plan());

    Path file = FOLDER.resolve(stage.word() + ".plan.txt");
    if (Boolean.getBoolean("mlestate.golden.update")) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }

  private static Fixture fixture(Stage stage) {
    Fixture fixture =
        switch (stage) {
          case DEV -> dev();
          case STAGING -> staging();
          case PROD -> prod();
        };
    fixture.stage = stage;
    return fixture;
  }

  private static Fixture dev() {
    Fixture fixture =
        Fixture.of(
            Fixture.cpu("system", 2, 8, 1, 3),
            Fixture.gpu("l4", AcceleratorType.L4, 1, 3, Fabric.NONE, CapacityOption.SPOT));
    fixture.zones = 2;
    fixture.serving.add(Fixture.serverless("classifier", 3.5, 5, 0));
    return fixture;
  }

  /** In a network that the company already has. */
  private static Fixture staging() {
    Fixture fixture =
        Fixture.of(
                Fixture.cpu("system", 4, 16, 1, 3),
                Fixture.gpu(
                    "trn",
                    AcceleratorType.TRAINIUM,
                    16,
                    2,
                    Fabric.RDMA,
                    CapacityOption.SPOT,
                    CapacityOption.ON_DEMAND))
            .existing(
                Fixture.subnet("subnet-1", "us-east-1a", "172.20.0.0/20"),
                Fixture.subnet("subnet-2", "us-east-1b", "172.20.16.0/20"));
    fixture.version = Optional.of("1.33");
    fixture.egress = Egress.NONE;
    return fixture;
  }

  private static Fixture prod() {
    Fixture fixture =
        Fixture.of(
            Fixture.cpu("system", 4, 16, 2, 6),
            Fixture.gpu(
                "h100",
                AcceleratorType.H100,
                8,
                16,
                Fabric.RDMA,
                CapacityOption.RESERVATION,
                CapacityOption.SPOT,
                CapacityOption.ON_DEMAND),
            Fixture.gpu("h200", AcceleratorType.H200, 8, 2, Fabric.RDMA, CapacityOption.ON_DEMAND),
            Fixture.gpu("l4", AcceleratorType.L4, 1, 8, Fabric.NONE, CapacityOption.ON_DEMAND));
    fixture.reservations = Map.of("h100", "cr-0123456789abcdef0");
    fixture.machineTypes = List.of("p5.48xlarge", "p5en.*", "g6.*", "m6i.*");
    fixture.serving.add(
        Fixture.realtime("ranker", Optional.of(new ServingAccelerator(AcceleratorType.L4, 1)), 10));
    fixture.serving.add(Fixture.realtime("rules", Optional.empty(), 4));
    return fixture;
  }
}
