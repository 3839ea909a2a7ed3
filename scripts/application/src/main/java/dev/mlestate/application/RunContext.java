package dev.mlestate.application;

import java.time.Clock;
import java.util.Map;

/** What a run about an environment is given from outside. */
public record RunContext(Workspace workspace, RunSettings settings) {
  Map<String, String> variables() {
    return settings.variables();
  }

  Clock clock() {
    return settings.clock();
  }

  RunListener listener() {
    return settings.listener();
  }
}
