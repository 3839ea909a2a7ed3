package dev.mlestate.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the figures are held against, as far as they were measured. */
final class Goals {
  private static final double MEGABYTE = 1024.0 * 1024.0;
  private static final String TIMES = "×";
  private static final String SECONDS = "s";

  /**
   * What the CLI's {@code up} of 1,001 resources took on two cores with the stock SDK when this was
   * measured for the first time; used where the CLI is not at hand.
   */
  private static final double CLI_UP_SECONDS = 53;

  private Goals() {}

  static List<Goal> of(Map<String, Measurement> measured) {
    List<Goal> goals = new ArrayList<>();
    Figures figures = new Figures(measured);
    figures.with(
        "preview",
        preview -> {
          figures.with(
              "stock",
              stock ->
                  goals.add(
                      Goal.atLeast(
                          "preview of 1,001 resources against the stock SDK on a trivial monitor",
                          TIMES,
                          5,
                          stock.median() / preview.median())));
          goals.add(Goal.atMost("preview of 1,001 resources", SECONDS, 3, preview.median()));
        });
    figures.with(
        "up",
        up -> {
          double cli = figures.medianOr("cli-stock-up", CLI_UP_SECONDS);
          goals.add(
              Goal.atLeast(
                  "up of 1,001 resources against the CLI with the stock SDK",
                  TIMES,
                  9,
                  cli / up.median()));
          goals.add(Goal.atMost("up of 1,001 resources", SECONDS, 6, up.median()));
          up.peaks()
              .forEach(
                  (process, peak) ->
                      goals.add(
                          Goal.atMost(
                              "memory of " + process + " at up", "MiB", 400, peak / MEGABYTE)));
        });
    figures
        .ratio("preview-10001", "preview")
        .forEach(
            ratio ->
                goals.add(
                    Goal.atMost("preview of 10,001 resources against 1,001", TIMES, 10.5, ratio)));
    figures
        .ratio("up-10001", "up")
        .forEach(
            ratio ->
                goals.add(Goal.atMost("up of 10,001 resources against 1,001", TIMES, 10.5, ratio)));
    figures.limit(goals, "prod-preview", "preview of prod-aws", 4);
    figures.limit(goals, "prod-preview-no-policies", "preview of prod-aws without policies", 2);
    figures.limit(goals, "prod-up", "up of prod-aws that changes nothing", 4);
    figures.limit(
        goals, "prod-up-no-policies", "up of prod-aws that changes nothing, without policies", 2);
    figures
        .ratio("cli-stock-preview", "cli-preview")
        .forEach(
            ratio ->
                goals.add(
                    Goal.atLeast(
                        "preview under the Pulumi CLI against the stock SDK there",
                        TIMES,
                        2,
                        ratio)));
    return goals;
  }

  private record Figures(Map<String, Measurement> measured) {
    void with(String id, java.util.function.Consumer<Measurement> use) {
      Measurement found = measured.get(id);
      if (found != null) {
        use.accept(found);
      }
    }

    double medianOr(String id, double otherwise) {
      Measurement found = measured.get(id);
      return found == null ? otherwise : found.median();
    }

    List<Double> ratio(String slow, String fast) {
      Measurement one = measured.get(slow);
      Measurement other = measured.get(fast);
      return one == null || other == null ? List.of() : List.of(one.median() / other.median());
    }

    void limit(List<Goal> goals, String id, String text, double seconds) {
      with(id, found -> goals.add(Goal.atMost(text, SECONDS, seconds, found.median())));
    }
  }
}
