package dev.mlestate.engine.provider;

import dev.mlestate.engine.event.Failure;
import java.util.Optional;

/** A provider refused or failed; the message is the provider's own. */
public final class ProviderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<ProviderFault> fault;
  private final boolean lookedUp;

  public ProviderException(String message) {
    super(message);
    this.fault = Optional.empty();
    this.lookedUp = false;
  }

  ProviderException(String message, ProviderFault fault, Throwable cause) {
    super(message, cause);
    this.fault = Optional.of(fault);
    this.lookedUp = false;
  }

  private ProviderException(ProviderException failed) {
    super(failed.getMessage(), failed);
    this.fault = failed.fault;
    this.lookedUp = true;
  }

  /** The same, where the provider can be asked later what became of the call. */
  ProviderException withLookUp() {
    return new ProviderException(this);
  }

  /**
   * Whether the call may have been done although it failed, and the provider will know: it must not
   * be forgotten.
   */
  public boolean isOpen() {
    return lookedUp && fault.filter(ProviderFault::maybeDone).isPresent();
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
