package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Failure;
import java.util.concurrent.CompletionException;

/** Ends a run; carries why. */
public final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public RunFailedException(Failure.Kind kind, String urn, String message) {
    this(new Failure(kind, urn, message));
  }

  public RunFailedException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  /** What a step or a chain of steps failed with. */
  static Failure failureOf(CompletionException e) {
    return e.getCause() instanceof RunFailedException failed
        ? failed.failure()
        : new Failure(Failure.Kind.STEP, "", "internal error: " + e.getCause());
  }

  public Failure failure() {
    return failure;
  }
}
