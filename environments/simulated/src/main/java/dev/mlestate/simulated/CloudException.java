package dev.mlestate.simulated;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cloud refuses a request; the message is the one that the cloud would give. */
public final class CloudException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Of which kind a refusal is; a caller goes by it, and by no word of the message. */
  public enum Kind {
    /** The request is wrong, or does not fit what exists. */
    REFUSED,
    /** Too many requests at present. */
    THROTTLED,
    /** The account's quota does not allow it. */
    QUOTA,
    /**
     * The cloud has no such machines at present; details: vmType, zone, purchaseOption, service.
     */
    NO_CAPACITY,
    /** No answer in time. */
    TIMEOUT,
    /** The caller may not do this. */
    DENIED,
    /** The cloud failed; what was done is not known. */
    INTERNAL
  }

  private final Kind kind;
  private final transient SortedMap<String, String> details;

  public CloudException(String message) {
    this(Kind.REFUSED, message);
  }

  public CloudException(Kind kind, String message) {
    this(kind, message, Map.of());
  }

  public CloudException(Kind kind, String message, Map<String, String> details) {
    super(message);
    this.kind = kind;
    this.details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  public Kind kind() {
    return kind;
  }

  /** What the kind tells beside the message, by name. */
  public SortedMap<String, String> details() {
    return details;
  }
}
