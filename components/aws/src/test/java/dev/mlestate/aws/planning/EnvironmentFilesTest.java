package dev.mlestate.aws.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.PlanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every environment on AWS that the project carries can be planned. */
class EnvironmentFilesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("mlestate.root", "."), "environments");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.getFileName().toString().endsWith("-aws.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isFeasible(Path path) {
    EnvironmentFile file = EnvironmentReader.read(path);
    assertThat(file.environment().cloud()).isEqualTo(Cloud.AWS);

    PlanResult result =
        new AwsPlanner().plan(file.environment(), file.organisation(), Catalog.load());

    assertThat(result).isInstanceOf(PlanResult.Feasible.class);
    EstatePlan plan = ((PlanResult.Feasible) result).plan();
    assertThat(plan.clusters()).hasSameSizeAs(file.environment().clusters());
    assertThat(plan.serving()).hasSameSizeAs(file.environment().serving());
    assertThat(plan.network().zones()).hasSize(file.environment().network().zones());
  }
}
