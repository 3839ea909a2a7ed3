package dev.mlestate.problem;

import java.util.List;
import java.util.stream.Collectors;

/** An expected failure: carries every problem found, and is printed without a stack trace. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final transient List<Problem> problems;

  public ProblemException(ErrorKind kind, List<Problem> problems) {
    super(problems.stream().map(Problem::reason).collect(Collectors.joining("; ")));
    this.kind = kind;
    this.problems = List.copyOf(problems);
  }

  public ProblemException(ErrorKind kind, Problem problem) {
    this(kind, List.of(problem));
  }

  public ErrorKind kind() {
    return kind;
  }

  public List<Problem> problems() {
    return problems;
  }
}
