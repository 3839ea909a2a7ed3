package dev.mlestate.engine.step;

import dev.mlestate.engine.state.ResourceState;

/**
 * What became of a registration.
 *
 * @param state the resource as it is now, or as it was wanted if that failed
 * @param created whether there is such a resource; else its creation was left out, because it is no
 *     target of the run
 */
public record Registration(ResourceState state, Outcome outcome, boolean created) {
  /** How it ended. */
  public enum Outcome {
    DONE,
    /** The run goes on with what does not depend on it. */
    FAILED,
    /** Something that it depends on failed. */
    SKIPPED
  }
}
