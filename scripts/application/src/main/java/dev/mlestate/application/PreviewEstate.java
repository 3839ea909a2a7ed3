package dev.mlestate.application;

import dev.mlestate.cost.EstimateReport;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.preview.PreviewDocument;
import dev.mlestate.problem.ErrorKind;
import java.util.Optional;

/** Shows what {@code up} would do, what the rules say of it and what it costs. */
public final class PreviewEstate {
  private final RunContext context;

  public PreviewEstate(RunContext context) {
    this.context = context;
  }

  /**
   * Runs the program without changing anything.
   *
   * @throws dev.mlestate.problem.ProblemException if the environment cannot be planned or the state
   *     cannot be read
   */
  public Outcome run() {
    RunListener listener = context.listener();
    PlannedEnvironment planned = new PlanEnvironment().plan(context.workspace().environmentFile());
    listener.show(PlanDocument.of(planned));
    listener.phase(Notices.PREVIEWING);
    try (SimulatedRun run = SimulatedRun.open(context, planned.environment())) {
      UpdateResult result = run.engine(Steps.counting(listener)).preview();
      if (!result.succeeded()) {
        listener.show(ChangesDocument.done(result));
        return new Outcome(PreviewDocument.write(result), Outcome.kind(result.failure()));
      }
      Review review = new Reviewer(planned, context.clock()).review(result);
      listener.show(PolicyDocument.of(review.policies()));
      listener.show(ChangesDocument.foreseen(result));
      listener.show(EstimateReport.document(review.estimate()));
      return new Outcome(
          review.document(),
          review.policies().blocks() ? Optional.of(ErrorKind.POLICY) : Optional.empty());
    }
  }
}
