package dev.mlestate.conformance.replacement;

import dev.mlestate.conformance.replacement.EngineVerdicts.Decision;

/**
 * A change, what the facts say of it and what the engine decided.
 *
 * @param environment whose resource it is
 * @param cloud the package of the resource's provider, such as {@code aws}
 */
record Outcome(
    String environment,
    String cloud,
    String token,
    String urn,
    Change change,
    Expectation expected,
    Decision decided) {

  /** How the two compare. */
  enum Comparison {
    AGREED,
    /** The cloud replaces, the engine does not say so. */
    MISSED,
    /** The engine replaces, the cloud does not. */
    FALSE,
    /** The cloud changes something, the engine sees nothing. */
    UNSEEN,
    /** The engine sees a change, the cloud does not. */
    NEEDLESS,
    /** It depends; either is possible. */
    DEPENDS,
    /** Nothing is known of the property. */
    UNPROBED,
    /** The provider refuses the change. */
    REFUSED
  }

  Comparison comparison() {
    Verdict verdict = decided.verdict();
    if (verdict == Verdict.REFUSED) {
      return Comparison.REFUSED;
    }
    return switch (expected.answer()) {
      case UNPROBED -> Comparison.UNPROBED;
      case DEPENDS -> Comparison.DEPENDS;
      case REPLACE -> verdict.replaces() ? Comparison.AGREED : Comparison.MISSED;
      case UPDATE ->
          verdict.replaces()
              ? Comparison.FALSE
              : verdict == Verdict.SAME ? Comparison.UNSEEN : Comparison.AGREED;
      case SAME ->
          verdict.replaces()
              ? Comparison.FALSE
              : verdict == Verdict.UPDATE ? Comparison.NEEDLESS : Comparison.AGREED;
    };
  }

  /** Whether it is one of those that must not be. */
  boolean wrong() {
    Comparison comparison = comparison();
    return comparison == Comparison.MISSED || comparison == Comparison.FALSE;
  }
}
