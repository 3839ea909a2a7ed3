package dev.mlestate.engine.provider;

import dev.mlestate.engine.event.Failure;
import java.util.Optional;

/** A provider refused or failed; the message is the provider's own. */
public final class ProviderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<ProviderFault> fault;

  public ProviderException(String message) {
    super(message);
    this.fault = Optional.empty();
  }

  ProviderException(String message, ProviderFault fault, Throwable cause) {
    super(message, cause);
    this.fault = Optional.of(fault);
  }

  /** The failure of a run that comes of it. */
  public Failure failure(String urn) {
    return new Failure(
        fault.map(ProviderFault::kind).orElse(Failure.Kind.STEP),
        urn,
        String.valueOf(getMessage()),
        fault.flatMap(ProviderFault::scarcity));
  }
}
