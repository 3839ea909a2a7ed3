package dev.mlestate.application;

import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.planning.Planners;
import java.nio.file.Path;

/**
 * Reads an environment file and plans it; the use case behind {@code validate} and {@code plan}.
 */
public final class PlanEnvironment {
  /**
   * Reads and plans.
   *
   * @throws dev.mlestate.problem.ProblemException of kind CONFIGURATION with every problem, each
   *     with its place
   */
  public PlannedEnvironment plan(Path environmentFile) {
    EnvironmentFile file = EnvironmentReader.read(environmentFile);
    return new PlannedEnvironment(file, Planners.plan(file));
  }
}
