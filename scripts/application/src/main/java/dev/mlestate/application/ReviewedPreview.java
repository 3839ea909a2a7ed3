package dev.mlestate.application;

import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.preview.PreviewDocument;

/** What showing, making and comparing begin with: plan, preview, judge. */
final class ReviewedPreview {
  /** What happens with a preview that reached its end. */
  @FunctionalInterface
  interface Next {
    Outcome after(Review review, Reviewer reviewer, SimulatedRun run);
  }

  private final RunContext context;
  private final boolean judges;

  /**
   * A preview.
   *
   * @param judges whether the rules are asked
   */
  ReviewedPreview(RunContext context, boolean judges) {
    this.context = context;
    this.judges = judges;
  }

  /**
   * Plans and previews, showing both, and goes on with a preview that succeeded.
   *
   * @throws dev.mlestate.problem.ProblemException if the environment cannot be planned or the state
   *     cannot be read; nothing was changed then
   */
  Outcome then(Next next) {
    RunListener listener = context.listener();
    PlannedEnvironment planned = new PlanEnvironment().plan(context.workspace().environmentFile());
    listener.show(PlanDocument.of(planned));
    listener.phase(Notices.PREVIEWING);
    try (SimulatedRun run = SimulatedRun.open(context, planned.environment())) {
      UpdateResult preview =
          run.engine(Steps.counting(listener)).preview(context.settings().options());
      if (!preview.succeeded()) {
        listener.show(ChangesDocument.done(preview));
        return new Outcome(PreviewDocument.write(preview), Outcome.kind(preview.failure()));
      }
      Reviewer reviewer = new Reviewer(planned, context.clock(), judges);
      Review review = reviewer.review(preview);
      listener.show(PolicyDocument.of(review));
      return next.after(review, reviewer, run);
    }
  }
}
