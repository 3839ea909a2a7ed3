package dev.mlestate.application;

import dev.mlestate.engine.RunOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What every run is given from outside, whatever it is about.
 *
 * @param variables the environment variables
 * @param parallel how many steps run at once
 * @param eventLog the file for the engine's events; empty: none is written
 */
public record RunSettings(
    Map<String, String> variables,
    Clock clock,
    int parallel,
    RunChoices choices,
    Optional<Path> eventLog,
    RunListener listener) {
  public RunSettings {
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
  }

  RunOptions options() {
    return choices.options();
  }

  RunSettings withVariables(Map<String, String> others) {
    return new RunSettings(others, clock, parallel, choices, eventLog, listener);
  }

  RunSettings withListener(RunListener other) {
    return new RunSettings(variables, clock, parallel, choices, eventLog, other);
  }
}
