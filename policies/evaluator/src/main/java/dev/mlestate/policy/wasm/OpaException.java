package dev.mlestate.policy.wasm;

/**
 * The compiled rules could not be loaded or evaluated: a fault of the rules or the binding, never
 * of the input.
 */
public final class OpaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OpaException(String message) {
    super(message);
  }
}
