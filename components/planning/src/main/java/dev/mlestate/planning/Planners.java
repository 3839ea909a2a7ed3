package dev.mlestate.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the planner of a cloud among those on the class path. */
public final class Planners {
  private Planners() {}

  /** The planner of a cloud, if its module is there. */
  public static Optional<CloudPlanner> find(Cloud cloud) {
    return all().stream().filter(p -> p.cloud() == cloud).findFirst();
  }

  /**
   * Plans what a file asks for, with the catalog that the project carries.
   *
   * @throws ProblemException of kind CONFIGURATION with every problem, each with its place
   */
  public static EstatePlan plan(EnvironmentFile file) {
    Cloud cloud = file.environment().cloud();
    PlanResult result =
        find(cloud)
            .map(planner -> planner.plan(file.environment(), file.organisation(), Catalog.load()))
            .orElseGet(() -> new PlanResult.Infeasible(List.of(missing(cloud))));
    if (result instanceof PlanResult.Infeasible infeasible) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION, file.places().locate(infeasible.problems()));
    }
    return ((PlanResult.Feasible) result).plan();
  }

  /** The clouds that can be planned, in the order of their declaration. */
  public static List<Cloud> clouds() {
    List<CloudPlanner> planners = all();
    return Arrays.stream(Cloud.values())
        .filter(c -> planners.stream().anyMatch(p -> p.cloud() == c))
        .toList();
  }

  /** What to tell someone whose cloud has no planner yet. */
  public static Problem missing(Cloud cloud) {
    String clouds = clouds().stream().map(Cloud::word).collect(Collectors.joining(", "));
    return Problem.of(
        "cloud", "this version cannot plan " + cloud.word() + " yet", "use cloud: " + clouds);
  }

  private static List<CloudPlanner> all() {
    return ServiceLoader.load(CloudPlanner.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
