package dev.mlestate.gcp.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.model.Cloud;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.PlanText;
import dev.mlestate.planning.Planners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole plans, to be read when they change; -Dgolden.update=true writes them anew. */
class PlanSnapshotTest {
  private static final Path ROOT = Path.of(System.getProperty("mlestate.root", "."));
  private static final Path FOLDER =
      ROOT.resolve("components/gcp/src/test/resources/dev/mlestate/gcp/planning");

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "prod"})
  void theProjectsEnvironments(String stage) throws IOException {
    Path file = ROOT.resolve("environments").resolve(stage + "-gcp.yaml");

    check(stage, Planned.feasible(Planned.plan(file)));
  }

  @Test
  void twoClustersInANetworkThatExists(@TempDir Path folder) throws IOException {
    String text =
        Planned.text(
            "{name: system, cpu: {}}, {name: mega, accelerator: {type: H200, perNode: 8},"
                + " nodes: {max: 4}, fabric: rdma, capacity: [queued, reservation]}",
            "  - {name: serve}",
            "network:",
            "  existing:",
            "    id: projects/hub/global/networks/hub",
            "    privateSubnets:",
            "      - {id: projects/hub/regions/us-central1/subnetworks/a, cidr: 172.28.0.0/24}",
            "      - {id: projects/hub/regions/us-central1/subnetworks/b, cidr: 172.28.1.0/24}",
            "serving: [{name: ocr, kind: serverless, accelerator: {type: L4}}]",
            "gcp:",
            "  reservedNodes: {mega: 2}",
            "  secondaryRanges:",
            "    train: {pods: train-pods, services: train-services}",
            "    serve: {pods: serve-pods, services: serve-services}");

    check("existing", Planned.feasible(Planned.plan(folder, text)));
  }

  @Test
  void serviceLoaderFindsThePlanner() {
    assertThat(Planners.find(Cloud.GCP)).containsInstanceOf(GcpPlanner.class);
  }

  private static void check(String name, EstatePlan plan) throws IOException {
    String text = PlanText.of(plan);
    Path file = FOLDER.resolve(name + ".plan.txt");
    if (Boolean.getBoolean("mlestate.golden.update")) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
