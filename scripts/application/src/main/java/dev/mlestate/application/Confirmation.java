package dev.mlestate.application;

/** Asks whether something may be done. */
@FunctionalInterface
public interface Confirmation {
  /** Has been given already. */
  Confirmation GIVEN = () -> {};

  /**
   * Returns if it may.
   *
   * @throws dev.mlestate.problem.ProblemException if the person says no, or nobody can answer
   */
  void require();
}
