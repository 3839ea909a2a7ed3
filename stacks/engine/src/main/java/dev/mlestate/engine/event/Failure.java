package dev.mlestate.engine.event;

/**
 * Why a run did not reach its end.
 *
 * @param urn the resource it failed at; empty where it was none
 * @param message what the provider, the program or the engine says
 */
public record Failure(Kind kind, String urn, String message) {
  /** What failed. */
  public enum Kind {
    /** A provider could not do a step. */
    STEP,
    /** A provider refused a resource's properties, or the engine the registration. */
    INVALID,
    /** The program ended with an error. */
    PROGRAM,
    /** Something that only the Pulumi CLI can do. */
    UNSUPPORTED,
    /** The run was cancelled. */
    CANCELLED
  }
}
