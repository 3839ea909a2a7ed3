package dev.mlestate.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.conformance.differential.scenario.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program on the embedded engine, against what the real one was recorded to do. */
class ExpectedResultsTest {
  @TempDir private static Path shared;
  private static @Nullable PreparedState prepared;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() {
    prepared = PreparedState.in(shared.resolve("prepared"));
  }

  static List<Scenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theEmbeddedEngineDoesWhatTheRealOneDid(Scenario scenario) {
    assertThat(Suite.departures(scenario, folder, Objects.requireNonNull(prepared))).isEmpty();
  }

  @Test
  void everyScenarioHasItsResultsAndEveryResultItsScenario() throws Exception {
    Path recorded =
        Path.of(
            Objects.requireNonNull(
                    ExpectedResults.class.getResource(Scenarios.all().get(0).name() + ".yaml"))
                .toURI());
    try (Stream<Path> files = Files.list(recorded.getParent())) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.substring(0, name.length() - ".yaml".length()))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(names)
          .isEqualTo(Scenarios.all().stream().map(Scenario::name).collect(Collectors.toSet()));
    }
  }
}
