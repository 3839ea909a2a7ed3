package dev.mlestate.azure.planning;

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
      ROOT.resolve("components/azure/src/test/resources/dev/mlestate/azure/planning");

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "prod"})
  void theProjectsEnvironments(String stage) throws IOException {
    Path file = ROOT.resolve("environments").resolve(stage + "-azure.yaml");

    check(stage, Planned.feasible(Planned.plan(file)));
  }

  @Test
  void twoClustersInANetworkThatExists(@TempDir Path folder) throws IOException {
    String network =
        "/subscriptions/11112222-0000-4000-8000-000000000003/resourceGroups/hub/providers/"
            + "Microsoft.Network/virtualNetworks/hub";
    String text =
        Planned.text(
            "{name: system, cpu: {}}, {name: nd, accelerator: {type: A100, perNode: 8},"
                + " nodes: {max: 4}, fabric: rdma, capacity: [reservation, spot]}",
            "  - {name: serve}",
            "network:",
            "  existing:",
            "    id: " + network,
            "    privateSubnets:",
            "      - {id: " + network + "/subnets/a, cidr: 10.8.0.0/21}",
            "      - {id: " + network + "/subnets/b, cidr: 10.8.8.0/21}",
            "      - {id: " + network + "/subnets/apps, cidr: 10.8.16.0/26, use: serverless}",
            "serving: [{name: ocr, kind: serverless, accelerator: {type: T4}}]",
            "azure: {reservedNodes: {nd: 2}}");

    check("existing", Planned.feasible(Planned.plan(folder, text)));
  }

  @Test
  void serviceLoaderFindsThePlanner() {
    assertThat(Planners.find(Cloud.AZURE)).containsInstanceOf(AzurePlanner.class);
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
