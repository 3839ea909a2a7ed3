package dev.mlestate.application;

import dev.mlestate.engine.RunOptions;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;

/** A stack that commands work on: an environment's, or that of a program of one's own. */
public interface ManagedStack {
  /** The stack's name. */
  String name();

  /** The project's name, which is in every URN. */
  String project();

  RunSettings settings();

  /** How its runs deviate from the usual ones. */
  default RunOptions options() {
    return settings().options();
  }

  /** Where the state lies. */
  StateStore store();

  /** The command that brings it up. */
  String bringUp();

  /**
   * Opens program, providers and state for runs.
   *
   * @throws ProblemException if one of them is not there, is damaged or cannot be written
   */
  StackRun open();

  /**
   * Refuses a stack that was never brought up: there is nothing to destroy, export or edit.
   *
   * @throws ProblemException of kind STACK_NOT_FOUND
   */
  default void require() {
    if (!store().exists()) {
      throw new ProblemException(
          ErrorKind.STACK_NOT_FOUND,
          Problem.of(
              "",
              "there is no stack %s in %s".formatted(name(), store().folder().getParent()),
              "bring it up first: " + bringUp()));
    }
  }
}
