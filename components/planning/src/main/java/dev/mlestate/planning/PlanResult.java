package dev.mlestate.planning;

import dev.mlestate.problem.Problem;
import java.util.List;

/** What planning comes to. */
public sealed interface PlanResult {
  /** The estate can be built. */
  record Feasible(EstatePlan plan) implements PlanResult {}

  /** It cannot; every problem is here, each with its nearest alternatives as remedy. */
  record Infeasible(List<Problem> problems) implements PlanResult {
    public Infeasible {
      problems = List.copyOf(problems);
    }
  }
}
