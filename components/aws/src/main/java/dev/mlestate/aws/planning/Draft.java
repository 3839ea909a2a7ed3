package dev.mlestate.aws.planning;

import dev.mlestate.planning.Decision;
import dev.mlestate.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What planning has found so far. */
final class Draft {
  private final List<Problem> problems = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();

  void problem(String path, String reason, String remedy) {
    problems.add(Problem.of(path, reason, remedy));
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  void decide(String subject, String choice, String reason) {
    decisions.add(new Decision(subject, choice, reason));
  }

  List<Problem> problems() {
    return problems;
  }

  List<Decision> decisions() {
    return decisions;
  }
}
