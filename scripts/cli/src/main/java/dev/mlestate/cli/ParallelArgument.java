package dev.mlestate.cli;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import picocli.CommandLine.Option;

/** How many steps a command does at once. */
final class ParallelArgument {
  @Option(
      names = {"-p", "--parallel"},
      paramLabel = "N",
      defaultValue = "16",
      description = "How many steps run at once; default: ${DEFAULT-VALUE}.")
  private int parallel;

  int value() {
    if (parallel < 1) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(
              "--parallel", parallel + " steps at once bring nothing about", "use 1 or more"));
    }
    return parallel;
  }
}
