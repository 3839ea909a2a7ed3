package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.conformance.differential.provider.ProofCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a scenario on one engine or the other, and compares. */
final class Suite {
  private Suite() {}

  /**
   * What a scenario led to.
   *
   * @param acts what its acts led to, in their order
   * @param disorder what is wrong with the order of steps; of the real engine: nothing
   */
  record Outcome(List<Observation> acts, List<String> disorder) {}

  static Outcome onEmbeddedEngine(Scenario scenario, Path folder, PreparedState prepared) {
    try (EngineUnderTest engine =
        new EmbeddedEngine(scenario, folder, prepared, new ProofCloud())) {
      return run(scenario, engine, true);
    }
  }

  static Outcome onPulumi(Scenario scenario, Path folder, ProgramSource programs) {
    try (EngineUnderTest engine = new PulumiCli(scenario, folder, new ProofCloud(), programs)) {
      return run(scenario, engine, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome run(Scenario scenario, EngineUnderTest engine, boolean ordered) {
    List<Observation> observations = new ArrayList<>();
    List<String> disorder = new ArrayList<>();
    for (Act act : scenario.acts()) {
      Observation observation = engine.perform(act);
      observations.add(observation);
      if (ordered) {
        observation.preview().stream()
            .flatMap(trace -> StepOrder.violations(trace.events(), true).stream())
            .forEach(line -> disorder.add("preview of " + act.label() + ": " + line));
        observation.run().stream()
            .flatMap(trace -> StepOrder.violations(trace.events(), false).stream())
            .forEach(line -> disorder.add(act.label() + ": " + line));
      }
    }
    return new Outcome(observations, disorder);
  }

  /** Where the embedded engine departs from the recorded results; empty: nowhere. */
  static List<String> departures(Scenario scenario, Path folder, PreparedState prepared) {
    Outcome seen = onEmbeddedEngine(scenario, folder, prepared);
    return differences(scenario, ExpectedResults.read(scenario), seen);
  }

  static List<String> differences(Scenario scenario, JsonNode expected, Outcome seen) {
    try {
      JsonNode results =
          ExpectedResults.normalised(ExpectedResults.render(scenario, seen.acts(), ""));
      List<String> lines = new ArrayList<>();
      JsonNode wanted = ExpectedResults.acts(expected);
      JsonNode got = ExpectedResults.acts(results);
      for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
        String label = wanted.path(i).path("act").asText(got.path(i).path("act").asText());
        TreeDiff.between(wanted.path(i), got.path(i))
            .forEach(line -> lines.add(label + " " + line));
      }
      lines.addAll(seen.disorder());
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
