package dev.mlestate.planning;

import dev.mlestate.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What one planning has found so far: problems and decisions, in the order of their finding. */
public final class Draft {
  private final List<Problem> problems = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();

  public void problem(String path, String reason, String remedy) {
    problem(Problem.of(path, reason, remedy));
  }

  public void problem(Problem problem) {
    problems.add(problem);
  }

  public void decide(String subject, String choice, String reason) {
    decisions.add(new Decision(subject, choice, reason));
  }

  List<Problem> problems() {
    return problems;
  }

  List<Decision> decisions() {
    return decisions;
  }
}
