package dev.mlestate.engine.monitor;

/** A call of the program cannot be answered; what that means for it is the program's business. */
final class AnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnswerException(String message) {
    super(message);
  }
}
