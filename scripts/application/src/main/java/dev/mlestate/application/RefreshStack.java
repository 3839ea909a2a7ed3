package dev.mlestate.application;

import dev.mlestate.engine.RunOptions;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.preview.PreviewDocument;
import dev.mlestate.problem.ProblemException;

/** Reads what is really there into a stack's state: what drifted is shown and adopted. */
public final class RefreshStack {
  private final ManagedStack stack;

  public RefreshStack(ManagedStack stack) {
    this.stack = stack;
  }

  /**
   * Adopts what changed outside of the program; {@code up} then brings back what the program wants.
   *
   * @param previewOnly whether the drift is only shown
   * @throws ProblemException if there is no such stack, or its state cannot be read
   */
  public Outcome run(boolean previewOnly) {
    RunListener listener = stack.settings().listener();
    RunOptions options = stack.options().withRefresh(false);
    stack.require();
    try (StackRun run = stack.open()) {
      listener.phase("reading what is really there");
      UpdateResult result =
          previewOnly
              ? run.engine(Steps.counting(listener)).previewRefresh(options)
              : run.engine(Steps.counting(listener)).refresh(options);
      listener.show(ChangesDocument.foreseen(result));
      stack.settings().faults().report(listener);
      return new Outcome(PreviewDocument.write(result), Outcome.kind(result.failure()));
    }
  }
}
