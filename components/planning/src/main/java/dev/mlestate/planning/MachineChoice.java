package dev.mlestate.planning;

import dev.mlestate.catalog.MachineShape;
import dev.mlestate.problem.Problem;

/** What comes of looking for a machine type. */
public sealed interface MachineChoice {
  /**
   * The machine type to use.
   *
   * @param reason why this one
   */
  record Chosen(MachineShape machine, String reason) implements MachineChoice {}

  /** None will do. */
  record Refused(Problem problem) implements MachineChoice {}
}
