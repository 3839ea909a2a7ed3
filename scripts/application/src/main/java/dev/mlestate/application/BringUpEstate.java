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
              return make(review, reviewer, run);
            });
  }

  private Outcome make(Review foreseen, Reviewer reviewer, SimulatedRun run) {
    RunListener listener = context.listener();
    CapacityFallback fallback = new CapacityFallback(reviewer.planned().plan());
    Review review = foreseen;
    UpdateResult result = up(review, run, fallback);
    List<CapacityFallback.Change> changes = fallback.after(result);
    while (!result.succeeded() && !changes.isEmpty()) {
      listener.show(CapacityDocument.of(changes));
      UpdateResult preview =
          run.engine(Steps.counting(listener), fallback.exhausted())
              .preview(context.settings().options());
      if (!preview.succeeded()) {
        result = preview;
        break;
      }
      review = reviewer.review(preview);
      if (review.policies().blocks()) {
        listener.show(PolicyDocument.of(review.policies()));
        listener.show(refused());
        return new Outcome(review.document(), Optional.of(ErrorKind.POLICY));
      }
      result = up(review, run, fallback);
      changes = fallback.after(result);
    }
    context.settings().faults().report(listener);
    if (!result.succeeded()) {
      listener.show(
          FailureDocument.of(
              review.result().steps(),
              result,
              run.store().read().resources().size(),
              "mlestate up " + context.workspace().environmentFile()));
      listener.show(run.whereabouts());
      return new Outcome(PreviewDocument.write(result), Outcome.kind(result.failure()));
    }
    return finished(reviewer.review(result), run, fallback);
  }

  private UpdateResult up(Review review, SimulatedRun run, CapacityFallback fallback) {
    RunListener listener = context.listener();
    int changes = Steps.changes(review.result());
    listener.phase("making %d changes on the simulated cloud".formatted(changes));
    UpdateResult result =
        run.engine(Steps.telling(listener, changes), fallback.exhausted())
            .up(context.settings().options());
    listener.show(ChangesDocument.done(result));
    return result;
  }

  private Outcome finished(Review after, SimulatedRun run, CapacityFallback fallback) {
    RunListener listener = context.listener();
    listener.show(EstimateReport.document(after.estimate()));
    if (after.policies().failed() > 0) {
      // With the values that the cloud returned more can be judged than before.
      listener.show(PolicyDocument.of(after.policies()));
    }
    listener.show(OutputsDocument.of(after.result().outputs()));
    if (!fallback.changes().isEmpty()) {
      listener.show(CapacityDocument.of(fallback.changes()));
    }
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
