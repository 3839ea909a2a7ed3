package dev.mlestate.application;

import dev.mlestate.cost.EstimateReport;
import dev.mlestate.problem.ErrorKind;
import java.util.Optional;

/** Shows what {@code up} would do, what the rules say of it and what it costs. */
public final class PreviewEstate {
  private final RunContext context;
  private final boolean judges;

  /**
   * The preview of an environment.
   *
   * @param judges whether the rules are asked
   */
  public PreviewEstate(RunContext context, boolean judges) {
    this.context = context;
    this.judges = judges;
  }

  /**
   * Runs the program without changing anything.
   *
   * @throws dev.mlestate.problem.ProblemException if the environment cannot be planned or the state
   *     cannot be read
   */
  public Outcome run() {
    return new ReviewedPreview(context, judges)
        .then(
            (review, reviewer, run) -> {
              context.listener().show(ChangesDocument.foreseen(review.result()));
              context.listener().show(EstimateReport.document(review.estimate()));
              return new Outcome(
                  review.document(),
                  review.blocks() ? Optional.of(ErrorKind.POLICY) : Optional.empty());
            });
  }
}
