package dev.mlestate.engine.event;

import java.util.Optional;

/**
 * Why a run did not reach its end.
 *
 * @param urn the resource it failed at; empty where it was none
 * @param message what the provider, the program or the engine says
 * @param scarcity the machines that the cloud does not have; present for {@code NO_CAPACITY}
 */
public record Failure(Kind kind, String urn, String message, Optional<Scarcity> scarcity) {
  /** What failed. */
  public enum Kind {
    /** A provider could not do a step. */
    STEP,
    /** The cloud has no such machines at present. */
    NO_CAPACITY,
    /** The account's quota does not allow it. */
    QUOTA,
    /** The caller may not do this. */
    DENIED,
    /** It was not done in time. */
    TIMEOUT,
    /** A provider refused a resource's properties, or the engine the registration. */
    INVALID,
    /** The program ended with an error. */
    PROGRAM,
    /** Something that only the Pulumi CLI can do. */
    UNSUPPORTED,
    /** The run was cancelled. */
    CANCELLED
  }

  public Failure(Kind kind, String urn, String message) {
    this(kind, urn, message, Optional.empty());
  }
}
