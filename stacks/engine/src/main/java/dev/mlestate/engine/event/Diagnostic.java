package dev.mlestate.engine.event;

/**
 * A message for the user.
 *
 * @param urn the resource it is about; empty: the whole run
 */
public record Diagnostic(Severity severity, String urn, String message) {
  /** How much it matters. */
  public enum Severity {
    INFO,
    WARNING,
    ERROR
  }
}
