package dev.mlestate.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mlestate.conformance.differential.scenario.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few programs under the real Pulumi CLI, as jars, where that is on PATH. */
class RealEngineTest {
  private static final String PROGRAM =
      "dev.mlestate.conformance.differential.launcher.ProofProgram";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"replace-create-first", "property-dependencies"})
  void theRealEngineStillDoesWhatWasRecorded(String name) throws Exception {
    assumeTrue(
        PulumiCli.isOnPath("pulumi") && PulumiCli.isOnPath("pulumi-language-java"),
        "skipped: pulumi and pulumi-language-java are not on PATH");
    Scenario scenario = Scenarios.named(name);
    Path work = Files.createDirectory(folder.resolve("pulumi"));
    try (ProgramSource programs = new ProgramSource.Jar(folder.resolve("jar"), PROGRAM)) {
      Suite.Outcome seen = Suite.onPulumi(scenario, work, programs);

      assertThat(Suite.differences(scenario, ExpectedResults.read(scenario), seen)).isEmpty();
    }
  }
}
