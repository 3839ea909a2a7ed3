package dev.mlestate.engine.program;

import java.util.concurrent.CompletableFuture;

/** A program that registers resources while it runs. */
@FunctionalInterface
public interface Program {
  /**
   * Starts the program.
   *
   * @throws dev.mlestate.problem.ProblemException if it cannot be started
   */
  Running start(ProgramEnvironment environment);

  /**
   * Whether it runs within the engine's own JVM; its engine is then served there alone, without a
   * network.
   */
  default boolean inProcess() {
    return false;
  }

  /** A program under way. */
  interface Running {
    /** How it ends; never fails. */
    CompletableFuture<Outcome> outcome();

    /** Ends it at once. */
    void kill();
  }

  /**
   * How a program ended.
   *
   * @param exitCode 0: well
   * @param message what it said last on its error output; empty: nothing
   */
  record Outcome(int exitCode, String message) {}
}
