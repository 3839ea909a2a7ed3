package dev.mlestate.policy;

/** The rules could not be evaluated; nothing may be assumed to pass. */
public final class PolicyEngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PolicyEngineException(String message) {
    super(message);
  }

  public PolicyEngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
