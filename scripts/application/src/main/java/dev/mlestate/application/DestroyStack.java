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
      int known = Steps.changes(run.engine(event -> {}).previewDestroy(options));
      listener.phase("deleting %d resources".formatted(known));
      UpdateResult result = run.engine(Steps.telling(listener, known)).destroy(options);
      listener.show(ChangesDocument.done(result));
      run.remains().ifPresent(listener::show);
      return new Outcome(PreviewDocument.write(result), Outcome.kind(result.failure()));
    }
  }
}
