package dev.mlestate.application;

import dev.mlestate.model.Environment;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.planning.EstatePlan;

/** An environment file and the plan made for it. */
public record PlannedEnvironment(EnvironmentFile file, EstatePlan plan) {
  public Environment environment() {
    return file.environment();
  }
}
