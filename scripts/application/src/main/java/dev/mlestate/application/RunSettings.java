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
 * @param faults what is to go wrong in simulated clouds
 * @param interrupts hear of the engine that is at work
 */
public record RunSettings(
    Map<String, String> variables,
    Clock clock,
    int parallel,
    RunChoices choices,
    Optional<Path> eventLog,
    RunListener listener,
    Faults faults,
    Interrupts interrupts) {
  public RunSettings {
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
  }

  /** Settings of a run in which all goes well and that nothing interrupts. */
  public RunSettings(
      Map<String, String> variables,
      Clock clock,
      int parallel,
      RunChoices choices,
      Optional<Path> eventLog,
      RunListener listener) {
    this(variables, clock, parallel, choices, eventLog, listener, Faults.none(), new Interrupts());
  }

  /** The same settings in clouds that fail. */
  public RunSettings withFaults(Faults other) {
    return new RunSettings(
        variables, clock, parallel, choices, eventLog, listener, other, interrupts);
  }

  /** The same settings for a run that can be interrupted. */
  public RunSettings withInterrupts(Interrupts other) {
    return new RunSettings(variables, clock, parallel, choices, eventLog, listener, faults, other);
  }

  RunOptions options() {
    return choices.options();
  }

  RunSettings withVariables(Map<String, String> others) {
    return new RunSettings(
        others, clock, parallel, choices, eventLog, listener, faults, interrupts);
  }

  RunSettings withListener(RunListener other) {
    return new RunSettings(
        variables, clock, parallel, choices, eventLog, other, faults, interrupts);
  }
}
