package dev.mlestate.model;

import dev.mlestate.problem.Place;
import dev.mlestate.problem.Places;
import dev.mlestate.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Whether an environment keeps to its organisation: it may tighten the limits, never loosen them.
 * Each problem names the line of both files. Which machine types are allowed is checked where they
 * are chosen, in planning.
 */
public final class OrganisationCheck {
  private final EnvironmentFile file;
  private final Reported reported;
  private final Reported found;

  private OrganisationCheck(EnvironmentFile file, Reported reported) {
    this.file = file;
    this.reported = reported;
    this.found = new Reported(file.places());
  }

  /** All limits that the environment breaks, in the order of its file. */
  public static List<Problem> check(EnvironmentFile file) {
    return check(file, new Reported(file.places()));
  }

  /**
   * The same for a file that has problems of its own.
   *
   * @param reported what of it cannot be judged
   */
  static List<Problem> check(EnvironmentFile file, Reported reported) {
    OrganisationCheck check = new OrganisationCheck(file, reported);
    check.run();
    return check.found.problems();
  }

  private void run() {
    Environment environment = file.environment();
    if (!reported.sound("environment") || !reported.sound("cloud")) {
      return;
    }
    Stage stage = environment.environment();
    StageLimits limits = file.organisation().environments().get(stage);
    if (limits == null) {
      Places places = file.organisationPlaces();
      broken(
          "environment",
          "the organisation has no environments of the stage " + stage.word(),
          places.of("environments"),
          "use another stage, or have the organisation allow it");
      return;
    }
    accountAndRegions(environment, limits);
    nodes(environment, limits);
    budget(environment, limits);
    for (CompliancePack pack : limits.compliance()) {
      if (!environment.compliance().contains(pack)) {
        broken(
            "compliance",
            "the pack " + pack.word() + " is missing, which " + stage.word() + " must have",
            file.limitPlace("compliance[" + limits.compliance().indexOf(pack) + "]"),
            "add " + pack.word());
      }
    }
  }

  private void accountAndRegions(Environment environment, StageLimits limits) {
    Cloud cloud = environment.cloud();
    String stage = environment.environment().word();
    listed(
        "account",
        environment.account(),
        "the account " + environment.account() + " is not listed for " + stage,
        Optional.ofNullable(limits.accounts().get(cloud)),
        "accounts");
    Optional<List<String>> regions = Optional.ofNullable(limits.regions().get(cloud));
    listed(
        "region",
        environment.region(),
        "the region " + environment.region() + " is not listed for " + stage,
        regions,
        "regions");
    List<String> allowed = environment.residency().allowedRegions();
    for (int i = 0; i < allowed.size(); i++) {
      String path = "residency.allowedRegions[" + i + "]";
      if (reported.written(path)) {
        listed(
            path,
            allowed.get(i),
            "the region " + allowed.get(i) + " is not listed for " + stage,
            regions,
            "regions");
      }
    }
  }

  private void listed(
      String path, String value, String reason, Optional<List<String>> limit, String key) {
    if (limit.isEmpty() || !limit.get().contains(value)) {
      Place place =
          file.limitPlace(limit.isEmpty() ? key : key + "." + file.environment().cloud().word());
      String remedy =
          limit.isEmpty() || limit.get().isEmpty()
              ? "have the organisation allow it"
              : "use "
                  + (limit.get().size() == 1 ? "" : "one of ")
                  + String.join(", ", limit.get());
      broken(path, reason, place, remedy);
    }
  }

  private void nodes(Environment environment, StageLimits limits) {
    Optional<Integer> own = environment.policyParameters().maxNodesPerPool();
    own.ifPresent(
        most ->
            above(
                "policyParameters.maxNodesPerPool",
                most,
                limits.maxNodesPerPool(),
                "maxNodesPerPool"));
    long sum = 0;
    for (int c = 0; c < environment.clusters().size(); c++) {
      List<NodePool> pools = environment.clusters().get(c).nodePools();
      for (int p = 0; p < pools.size(); p++) {
        String path = "clusters[" + c + "].nodePools[" + p + "].nodes.max";
        above(path, pools.get(p).nodes().max(), limits.maxNodesPerPool(), "maxNodesPerPool");
        sum += pools.get(p).nodes().max();
      }
    }
    if (sum > limits.maxNodes()) {
      broken(
          "clusters",
          "the pools may have " + sum + " nodes together, more than " + limits.maxNodes(),
          file.limitPlace("maxNodes"),
          "lower nodes.max of some pools by " + (sum - limits.maxNodes()) + " in all");
    }
  }

  private void budget(Environment environment, StageLimits limits) {
    above(
        "budget.monthlyUsd", environment.budget().monthlyUsd(), limits.monthlyUsd(), "monthlyUsd");
    environment
        .budget()
        .gpuHoursPerMonth()
        .ifPresent(
            hours ->
                above(
                    "budget.gpuHoursPerMonth",
                    hours,
                    limits.gpuHoursPerMonth(),
                    "gpuHoursPerMonth"));
    List<Team> teams = environment.teams();
    for (int i = 0; i < teams.size(); i++) {
      String path = "teams[" + i + "].gpuHoursPerMonth";
      teams
          .get(i)
          .gpuHoursPerMonth()
          .ifPresent(hours -> above(path, hours, limits.gpuHoursPerMonth(), "gpuHoursPerMonth"));
    }
  }

  private void above(String path, double value, double limit, String key) {
    if (value > limit) {
      String most = Scalars.shortest(limit);
      broken(
          path,
          Scalars.shortest(value) + " is above the organisation's " + key + " of " + most,
          file.limitPlace(key),
          "use at most " + most);
    }
  }

  private void broken(String path, String reason, Place limit, String remedy) {
    if (reported.sound(path)) {
      found.rule(path, reason + " (" + limit + ")", remedy);
    }
  }
}
