package dev.mlestate.application;

import dev.mlestate.cost.EstimateReport;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.StepRecord;
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
  private final boolean judges;

  /**
   * The making of an environment.
   *
   * @param judges whether the rules are asked; without them there is nothing to preview for
   */
  public BringUpEstate(RunContext context, boolean judges) {
    this.context = context;
    this.judges = judges;
  }

  /**
   * Previews, judges and, unless a mandatory rule fails, makes everything as the file wants it.
   *
   * @throws dev.mlestate.problem.ProblemException if the environment cannot be planned or the state
   *     cannot be read or written; nothing was changed then
   */
  public Outcome run() {
    if (!judges) {
      return unjudged();
    }
    return new ReviewedPreview(context, true)
        .then(
            (review, reviewer, run) -> {
              if (review.blocks()) {
                context.listener().show(refused());
                return new Outcome(review.document(), Optional.of(ErrorKind.POLICY));
              }
              return make(review.result().steps(), reviewer, run);
            });
  }

  private Outcome unjudged() {
    PlannedEnvironment planned = new PlanEnvironment().plan(context.workspace().environmentFile());
    context.listener().show(PlanDocument.of(planned));
    context.listener().show(PolicyDocument.notChecked());
    try (SimulatedRun run = SimulatedRun.open(context, planned.environment())) {
      return make(List.of(), new Reviewer(planned, context.clock(), false), run);
    }
  }

  /**
   * Makes the changes, without the capacity options that the cloud has nothing of.
   *
   * @param previewed the steps of the preview; none where there was no preview
   */
  private Outcome make(List<StepRecord> previewed, Reviewer reviewer, SimulatedRun run) {
    RunListener listener = context.listener();
    CapacityFallback fallback = new CapacityFallback(reviewer.planned().plan());
    List<StepRecord> foreseen = previewed;
    UpdateResult result = up(foreseen, run, fallback);
    List<CapacityFallback.Change> changes = fallback.after(result);
    while (!result.succeeded() && !changes.isEmpty()) {
      listener.show(CapacityDocument.of(changes));
      if (judges) {
        UpdateResult preview =
            run.engine(Steps.counting(listener), fallback.exhausted())
                .preview(context.settings().options());
        if (!preview.succeeded()) {
          result = preview;
          break;
        }
        Review review = reviewer.review(preview);
        if (review.blocks()) {
          listener.show(PolicyDocument.of(review));
          listener.show(refused());
          return new Outcome(review.document(), Optional.of(ErrorKind.POLICY));
        }
        foreseen = preview.steps();
      }
      result = up(foreseen, run, fallback);
      changes = fallback.after(result);
    }
    context.settings().faults().report(listener);
    if (!result.succeeded()) {
      listener.show(
          FailureDocument.of(
              judges ? foreseen : result.steps(),
              result,
              run.store().read().resources().size(),
              "mlestate up " + context.workspace().environmentFile()));
      listener.show(run.whereabouts());
      return new Outcome(PreviewDocument.write(result), Outcome.kind(result.failure()));
    }
    return finished(reviewer.review(result), run, fallback);
  }

  private UpdateResult up(List<StepRecord> foreseen, SimulatedRun run, CapacityFallback fallback) {
    RunListener listener = context.listener();
    int changes = Steps.changes(foreseen);
    listener.phase(
        judges
            ? "making %d changes on the simulated cloud".formatted(changes)
            : "making the changes on the simulated cloud");
    UpdateResult result =
        run.engine(Steps.telling(listener, changes), fallback.exhausted())
            .up(context.settings().options());
    listener.show(ChangesDocument.done(result));
    return result;
  }

  private Outcome finished(Review after, SimulatedRun run, CapacityFallback fallback) {
    RunListener listener = context.listener();
    listener.show(EstimateReport.document(after.estimate()));
    if (after.failed() > 0) {
      // With the values that the cloud returned more can be judged than before.
      listener.show(PolicyDocument.of(after));
    }
    listener.show(OutputsDocument.of(after.result().outputs()));
    if (!fallback.changes().isEmpty()) {
      listener.show(CapacityDocument.of(fallback.changes()));
    }
    listener.show(run.whereabouts());
    return new Outcome(
        after.document(), after.blocks() ? Optional.of(ErrorKind.POLICY) : Optional.empty());
  }

  private static Document refused() {
    return new Document(
        "",
        List.of(
            new Block.Verdict(
                Severity.CRITICAL, Line.of("stopped by policy; nothing was created or changed"))));
  }
}
