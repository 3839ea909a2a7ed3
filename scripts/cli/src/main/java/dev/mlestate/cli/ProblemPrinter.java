package dev.mlestate.cli;

import dev.mlestate.problem.Problem;
import java.io.PrintWriter;
import java.util.List;

/** Prints problems the way compilers do: place, reason, remedy. */
final class ProblemPrinter {
  private final PrintWriter err;

  ProblemPrinter(PrintWriter err) {
    this.err = err;
  }

  void print(List<Problem> problems) {
    for (Problem problem : problems) {
      StringBuilder line = new StringBuilder("error: ");
      problem.place().ifPresent(place -> line.append(place).append(": "));
      if (!problem.path().isEmpty()) {
        line.append(problem.path()).append(": ");
      }
      line.append(problem.reason());
      err.println(line);
      problem.remedy().ifPresent(remedy -> err.println("       " + remedy));
    }
    if (problems.size() > 1) {
      err.println(problems.size() + " problems");
    }
    err.flush();
  }
}
