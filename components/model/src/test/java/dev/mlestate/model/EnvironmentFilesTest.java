package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The environments that the project ships. */
class EnvironmentFilesTest {
  static final Path ENVIRONMENTS =
      Path.of(System.getProperty("mlestate.root", "."), "environments");

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "prod"})
  void isReadWithoutProblems(String stage) {
    EnvironmentFile file = EnvironmentReader.read(ENVIRONMENTS.resolve(stage + "-aws.yaml"));

    assertThat(file.environment().environment().word()).isEqualTo(stage);
    assertThat(file.stackName()).isEqualTo(stage + "-aws");
    assertThat(file.environment().clusters().get(0).nodePools())
        .extracting(NodePool::name)
        .containsExactly("system", "h100", "l4");
  }

  @Test
  void mapsKeepTheFilesOrder() {
    Environment prod = EnvironmentReader.read(ENVIRONMENTS.resolve("prod-aws.yaml")).environment();

    assertThat(prod.usage().keySet())
        .containsExactly("h100", "l4", "ranker", "classifier", "dataLake");
    assertThat(prod.featureStore().orElseThrow().groups().get(1).features())
        .containsExactly(
            java.util.Map.entry("category", FeatureType.STRING),
            java.util.Map.entry("price", FeatureType.DOUBLE),
            java.util.Map.entry("clicks", FeatureType.INT));
  }
}
