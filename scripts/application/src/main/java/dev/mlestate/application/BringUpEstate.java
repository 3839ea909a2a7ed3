package dev.mlestate.application;

import dev.mlestate.cost.EstimateReport;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.preview.PreviewDocument;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Severity;
import java.util.List;
import java.util.Optional;

/** Brings an environment up: plan, rules, steps, cost, outputs. */
public final class BringUpEstate {
  private final RunContext context;

  public BringUpEstate(RunContext context) {
    this.context = context;
  }

  /**
   * Previews, judges and, unless a mandatory rule fails, makes everything as the file wants it.
   *
   * @throws dev.mlestate.problem.ProblemException if the environment cannot be planned or the state
   *     cannot be read or written; nothing was changed then
   */
  public Outcome run() {
    return new ReviewedPreview(context)
        .then(
            (review, reviewer, run) -> {
              if (review.policies().blocks()) {
                context.listener().show(refused());
                return new Outcome(review.document(), Optional.of(ErrorKind.POLICY));
              }
              return make(reviewer, run, Steps.changes(review.result()));
            });
  }

  private Outcome make(Reviewer reviewer, SimulatedRun run, int changes) {
    RunListener listener = context.listener();
    listener.phase("making %d changes on the simulated cloud".formatted(changes));
    UpdateResult result =
        run.engine(Steps.telling(listener, changes)).up(context.settings().options());
    listener.show(ChangesDocument.done(result));
    if (!result.succeeded()) {
      listener.show(run.whereabouts());
      return new Outcome(PreviewDocument.write(result), Outcome.kind(result.failure()));
    }
    Review after = reviewer.review(result);
    listener.show(EstimateReport.document(after.estimate()));
    if (after.policies().failed() > 0) {
      // With the values that the cloud returned more can be judged than before.
      listener.show(PolicyDocument.of(after.policies()));
    }
    listener.show(OutputsDocument.of(result.outputs()));
    listener.show(run.whereabouts());
    return new Outcome(
        after.document(),
        after.policies().blocks() ? Optional.of(ErrorKind.POLICY) : Optional.empty());
  }

  private static Document refused() {
    return new Document(
        "",
        List.of(
            new Block.Verdict(
                Severity.CRITICAL, Line.of("stopped by policy; nothing was created or changed"))));
  }
}
