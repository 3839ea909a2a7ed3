package dev.mlestate.application;

import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.preview.PreviewDocument;

/** Shows what {@code up} of a program of one's own would do. */
public final class PreviewProgram {
  private final ProgramStack stack;

  public PreviewProgram(ProgramStack stack) {
    this.stack = stack;
  }

  /**
   * Runs the program without changing anything.
   *
   * @throws dev.mlestate.problem.ProblemException if a file of the folder is wrong or the state
   *     cannot be read
   */
  public Outcome run() {
    RunListener listener = stack.settings().listener();
    try (ProgramStackRun run = stack.open()) {
      listener.phase("previewing the program");
      UpdateResult preview = run.engine(Steps.counting(listener)).preview(stack.options());
      listener.show(
          preview.succeeded() ? ChangesDocument.foreseen(preview) : ChangesDocument.done(preview));
      return new Outcome(PreviewDocument.write(preview), Outcome.kind(preview.failure()));
    }
  }
}
