package dev.mlestate.application;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.planning.CloudPlanner;
import dev.mlestate.planning.PlanResult;
import dev.mlestate.planning.Planners;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads an environment file and plans it; the use case behind {@code validate} and {@code plan}.
 */
public final class PlanEnvironment {
  /**
   * Reads and plans.
   *
   * @throws ProblemException of kind CONFIGURATION with every problem, each with its place
   */
  public PlannedEnvironment plan(Path environmentFile) {
    EnvironmentFile file = EnvironmentReader.read(environmentFile);
    CloudPlanner planner =
        Planners.find(file.environment().cloud())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ErrorKind.CONFIGURATION,
                        file.places()
                            .locate(List.of(Planners.missing(file.environment().cloud())))));
    PlanResult result = planner.plan(file.environment(), file.organisation(), Catalog.load());
    if (result instanceof PlanResult.Infeasible infeasible) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION, file.places().locate(infeasible.problems()));
    }
    return new PlannedEnvironment(file, ((PlanResult.Feasible) result).plan());
  }
}
