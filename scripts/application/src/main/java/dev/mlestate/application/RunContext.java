package dev.mlestate.application;

import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every run is given from outside.
 *
 * @param variables the environment variables
 * @param parallel how many steps run at once
 */
public record RunContext(
    Workspace workspace,
    Map<String, String> variables,
    Clock clock,
    int parallel,
    RunListener listener) {
  public RunContext {
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
  }
}
