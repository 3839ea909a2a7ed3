package dev.mlestate.conformance.replacement;

/**
 * What the facts say of a change.
 *
 * @param reason the row of the facts and what about it decided
 */
record Expectation(Answer answer, String reason) implements Comparable<Expectation> {
  /** The weakest first: of several places that change at once the strongest answer holds. */
  enum Answer {
    /** The provider sees no change. */
    SAME,
    UPDATE,
    /** Nothing is known of the property. */
    UNPROBED,
    /** It hangs on the values or on other properties, and the facts do not say how. */
    DEPENDS,
    REPLACE
  }

  static final Expectation SAME = new Expectation(Answer.SAME, "no change to the provider");

  @Override
  public int compareTo(Expectation other) {
    return answer.compareTo(other.answer);
  }
}
