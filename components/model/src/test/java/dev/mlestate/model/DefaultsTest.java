package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.problem.KeyPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultsTest {
  /** Every default at every stage, in a table that a reviewer reads when one changes. */
  @Test
  void areRecorded() throws IOException {
    Map<String, Map<Stage, String>> values = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      Environment environment =
          EnvironmentFixtures.read(
              EnvironmentFixtures.atStage(EnvironmentFixtures.ONE_OF_EACH, stage));
      leaves("", ModelJson.of(environment), stage, values);
    }
    StringBuilder table = new StringBuilder("path\tdev\tstaging\tprod\n");
    values.forEach(
        (path, stages) -> {
          table.append(path);
          for (Stage stage : Stage.values()) {
            table.append('\t').append(stages.getOrDefault(stage, "-"));
          }
          table.append('\n');
        });
    Golden.check(Path.of("components/model/src/test/resources/defaults.tsv"), table.toString());
  }

  @Test
  void theSmallestFileIsUseful() {
    Environment environment = EnvironmentFixtures.read(EnvironmentFixtures.SMALLEST);

    assertThat(environment.monitoring().alertEmail()).isEqualTo("ml-platform@example.com");
    assertThat(environment.residency().allowedRegions()).containsExactly("us-east-1");
    assertThat(environment.clusters().get(0).nodePools())
        .extracting(NodePool::name)
        .containsExactly("l4", "system");
    assertThat(environment.clusters().get(0).nodePools().get(0).nodes()).isEqualTo(new Nodes(0, 1));
  }

  @Test
  void aClusterWithItsOwnCpuPoolGetsNoOther() {
    String text =
        EnvironmentFixtures.SMALLEST.replace(
            "{name: l4, accelerator: {type: L4}}", "{name: head, cpu: {vcpus: 8}}");

    assertThat(EnvironmentFixtures.read(text).clusters().get(0).nodePools())
        .extracting(NodePool::name)
        .containsExactly("head");
  }

  @Test
  void aDefaultMaximumIsNeverBelowAWrittenMinimum() {
    String text = EnvironmentFixtures.SMALLEST.replace("{type: L4}", "{type: L4}, nodes: {min: 7}");

    assertThat(EnvironmentFixtures.read(text).clusters().get(0).nodePools().get(0).nodes())
        .isEqualTo(new Nodes(7, 7));
  }

  @Test
  void anExistingNetworkSpansTheZonesOfItsSubnets() {
    Environment environment = EnvironmentFixtures.read(CoverageTest.EXISTING_NETWORK);

    assertThat(environment.network().zones()).isEqualTo(3);
  }

  @Test
  void everyKeyIsDescribed() {
    for (Class<?> type : Arrays.asList(Environment.class, Organisation.class)) {
      // The page needs the key of every component, and fails without it.
      assertThat(type.getRecordComponents())
          .allSatisfy(c -> assertThat(Keys.of(c).value()).isNotBlank());
    }
    assertThat(ReferenceWriter.page()).contains("`clusters[].nodePools[].nodes.max`");
  }

  private static void leaves(
      String path, JsonNode node, Stage stage, Map<String, Map<Stage, String>> values) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(e -> leaves(KeyPath.child(path, e.getKey()), e.getValue(), stage, values));
    } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(KeyPath.item(path, i), node.get(i), stage, values);
      }
    } else {
      values.computeIfAbsent(path, p -> new EnumMap<>(Stage.class)).put(stage, node.toString());
    }
  }
}
