package dev.mlestate.application;

import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.preview.PreviewDocument;
import java.util.List;

/** Brings up a program of one's own: preview, steps, outputs. */
public final class BringUpProgram {
  private final ProgramStack stack;
  private final boolean skipPreview;

  /**
   * The making of a stack.
   *
   * @param skipPreview whether the changes are made without having been previewed
   */
  public BringUpProgram(ProgramStack stack, boolean skipPreview) {
    this.stack = stack;
    this.skipPreview = skipPreview;
  }

  /**
   * Makes everything as the program wants it.
   *
   * @param confirmation is asked once the steps are known, if a provider took part that may be a
   *     real cloud's
   * @throws dev.mlestate.problem.ProblemException if a file of the folder is wrong or the state
   *     cannot be read or written; nothing was changed then
   */
  public Outcome run(Confirmation confirmation) {
    RunListener listener = stack.settings().listener();
    try (ProgramStackRun run = stack.open()) {
      List<StepRecord> foreseen = List.of();
      if (skipPreview) {
        if (run.mayAttach()) {
          confirmation.require();
        }
        listener.phase("making the changes");
      } else {
        listener.phase("previewing the program");
        UpdateResult preview = run.engine(Steps.counting(listener)).preview(stack.options());
        if (!preview.succeeded()) {
          listener.show(ChangesDocument.done(preview));
          return new Outcome(PreviewDocument.write(preview), Outcome.kind(preview.failure()));
        }
        foreseen = preview.steps();
        if (Steps.changes(preview) > 0 && run.attached()) {
          listener.show(ChangesDocument.foreseen(preview));
          confirmation.require();
        }
        listener.phase("making %d changes".formatted(Steps.changes(preview)));
      }
      UpdateResult result =
          run.engine(Steps.telling(listener, Steps.changes(foreseen))).up(stack.options());
      listener.show(ChangesDocument.done(result));
      stack.settings().faults().report(listener);
      if (result.succeeded()) {
        listener.show(OutputsDocument.of(result.outputs()));
      } else {
        listener.show(
            FailureDocument.of(
                skipPreview ? result.steps() : foreseen,
                result,
                run.store().read().resources().size(),
                stack.bringUp()));
      }
      listener.show(run.whereabouts());
      return new Outcome(PreviewDocument.write(result), Outcome.kind(result.failure()));
    }
  }
}
