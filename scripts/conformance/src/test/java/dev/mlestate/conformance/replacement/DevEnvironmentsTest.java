package dev.mlestate.conformance.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fifth of the run over the smallest environments, a resource of each type. */
class DevEnvironmentsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path states;

  @ParameterizedTest
  @ValueSource(strings = {"aws", "gcp", "azure"})
  void theEngineReplacesWhatTheCloudReplaces(String cloud) {
    Path file = Path.of("..", "..", "environments", "dev-" + cloud + ".yaml");
    ReplacementRun run = new ReplacementRun(CLOCK, new ReplacementRun.Scope(true, 5, 5));
    Tally tally = new Tally();
    try (RunningEstate estate = RunningEstate.up(file, states, CLOCK)) {
      run.learn(estate.snapshot());
      run.over(estate, tally);
    }
    assertThat(tally.passed()).as(ReplacementReport.text(tally)).isTrue();
    assertThat(tally.clouds().values()).allMatch(of -> of.judged() > 40);
  }
}
