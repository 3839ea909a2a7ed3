package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Failure;

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

  public Failure failure() {
    return failure;
  }
}
