package dev.mlestate.aws;

import dev.mlestate.aws.planning.AwsPlanner;
import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.PlanResult;
import java.nio.file.Path;

/** The project's own environments, planned. */
public final class Estates {
  private Estates() {}

  /** Plans environments/&lt;stack&gt;.yaml. */
  public static EstatePlan plan(String stack) {
    return plan(Path.of(System.getProperty("mlestate.root"), "environments", stack + ".yaml"));
  }

  static EstatePlan plan(Path path) {
    EnvironmentFile file = EnvironmentReader.read(path);
    PlanResult result =
        new AwsPlanner().plan(file.environment(), file.organisation(), Catalog.load());
    if (result instanceof PlanResult.Infeasible infeasible) {
      throw new AssertionError("infeasible: " + infeasible.problems());
    }
    return ((PlanResult.Feasible) result).plan();
  }
}
