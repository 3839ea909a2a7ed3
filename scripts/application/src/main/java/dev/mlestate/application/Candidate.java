package dev.mlestate.application;

import dev.mlestate.model.Cloud;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * An estate on one of the clouds that are compared.
 *
 * @param result empty: the estate is not possible there
 * @param differences from what the file asks for, each a sentence
 * @param problems why it is not possible
 */
record Candidate(
    Cloud cloud, Optional<Result> result, List<String> differences, List<Problem> problems) {
  Candidate {
    differences = List.copyOf(differences);
    problems = List.copyOf(problems);
  }

  /** What the planner chose, and what the rules and the prices say of it. */
  record Result(EstatePlan plan, Review review) {}
}
