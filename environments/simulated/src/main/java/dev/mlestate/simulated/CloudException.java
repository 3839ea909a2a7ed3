package dev.mlestate.simulated;

/** The cloud refuses a request; the message is the one that the cloud would give. */
public final class CloudException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CloudException(String message) {
    super(message);
  }
}
