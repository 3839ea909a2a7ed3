package dev.mlestate.engine.state;

import dev.mlestate.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a repair of a state would do, or did.
 *
 * @param damages what is wrong; empty: nothing is, and nothing is to be done
 * @param actions what is done about it, in words
 * @param losses what cannot be brought back, in words; empty: nothing is lost
 * @param resources how many resources the state has afterwards
 * @param pending how many operations are looked up in the cloud by the next run
 * @param copies the folder that keeps the files as they were found; empty: nothing was done yet
 */
public record RepairPlan(
    List<Problem> damages,
    List<String> actions,
    List<String> losses,
    int resources,
    int pending,
    Optional<String> copies) {
  public RepairPlan {
    damages = List.copyOf(damages);
    actions = List.copyOf(actions);
    losses = List.copyOf(losses);
  }

  /** Whether there is anything to repair. */
  public boolean needed() {
    return !damages.isEmpty();
  }
}
