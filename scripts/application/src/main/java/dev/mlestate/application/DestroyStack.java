package dev.mlestate.application;

import dev.mlestate.engine.RunOptions;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.preview.PreviewDocument;
import dev.mlestate.problem.ProblemException;

/** Deletes what a stack's state knows. */
public final class DestroyStack {
  private final ManagedStack stack;

  public DestroyStack(ManagedStack stack) {
    this.stack = stack;
  }

  /**
   * Deletes everything that the state knows, or the targets alone, dependents first.
   *
   * @throws ProblemException if there is no such stack, or its state cannot be read
   */
  public Outcome run() {
    RunListener listener = stack.settings().listener();
    RunOptions options = stack.options();
    stack.require();
    try (StackRun run = stack.open()) {
      UpdateResult foreseen = run.engine(event -> {}).previewDestroy(options);
      int known = Steps.changes(foreseen);
      listener.phase("deleting %d resources".formatted(known));
      UpdateResult result = run.engine(Steps.telling(listener, known)).destroy(options);
      listener.show(ChangesDocument.done(result));
      stack.settings().faults().report(listener);
      if (!result.succeeded()) {
        listener.show(
            FailureDocument.of(
                foreseen.steps(),
                result,
                run.store().read().resources().size(),
                stack.bringUp().replaceFirst(" up ", " destroy ")));
      }
      run.remains().ifPresent(listener::show);
      return new Outcome(PreviewDocument.write(result), Outcome.kind(result.failure()));
    }
  }
}
