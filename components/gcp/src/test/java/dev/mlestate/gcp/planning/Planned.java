package dev.mlestate.gcp.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.PlanResult;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads and plans environment files on Google Cloud. */
final class Planned {
  private static final Catalog CATALOG = Catalog.load();

  /** An estate of one cluster in prod; POOLS stands for its node pools. */
  private static final String ESTATE =
      """
      estate: vision
      environment: prod
      cloud: gcp
      account: vision-prod-4821
      region: us-central1
      owner: ml-platform@example.com
      costCenter: ml-1234
      clusters:
        - {name: train, nodePools: [POOLS]}
      """;

  private static final String ORGANISATION =
      """
      name: example
      mandatoryTags: [owner]
      environments:
        prod:
          accounts: {gcp: [vision-prod-4821]}
          regions: {gcp: [us-central1, us-east5, us-west2, europe-west4]}
          machineTypes: {gcp: ["a*", "c*", "g*", "n*", "e*"]}
          maxNodesPerPool: 5000
          maxNodes: 100000
          gpuHoursPerMonth: 1000000
          monthlyUsd: 9000000
          compliance: []
      """;

  private Planned() {}

  /** The text of an environment with these pools, and what stands below its clusters. */
  static String text(String pools, String... lines) {
    return ESTATE.replace("POOLS", pools) + String.join("\n", lines) + "\n";
  }

  static PlanResult plan(Path file) {
    EnvironmentFile read = EnvironmentReader.read(file);
    return new GcpPlanner().plan(read.environment(), read.organisation(), CATALOG);
  }

  static PlanResult plan(Path folder, String text) {
    try {
      Files.writeString(folder.resolve("organisation.yaml"), ORGANISATION);
      return plan(Files.writeString(folder.resolve("estate.yaml"), text));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static EstatePlan feasible(PlanResult result) {
    if (result instanceof PlanResult.Infeasible infeasible) {
      throw new AssertionError(lines(infeasible.problems()));
    }
    return ((PlanResult.Feasible) result).plan();
  }

  /** What the reader or else the planner says, each as path: reason; remedy. */
  static List<String> problems(Path folder, String text) {
    try {
      PlanResult result = plan(folder, text);
      return result instanceof PlanResult.Infeasible infeasible
          ? lines(infeasible.problems())
          : List.of();
    } catch (ProblemException e) {
      return lines(e.problems());
    }
  }

  private static List<String> lines(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.path() + ": " + p.reason() + p.remedy().map(r -> "; " + r).orElse(""))
        .toList();
  }
}
