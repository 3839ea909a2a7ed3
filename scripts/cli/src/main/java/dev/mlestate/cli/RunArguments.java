package dev.mlestate.cli;

import dev.mlestate.application.RunContext;
import dev.mlestate.application.RunListener;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.time.Clock;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The arguments of every command that runs the program. */
final class RunArguments {
  @Mixin private final EnvironmentArguments environment = new EnvironmentArguments();

  @Option(
      names = {"-p", "--parallel"},
      paramLabel = "N",
      defaultValue = "16",
      description = "How many steps run at once; default: ${DEFAULT-VALUE}.")
  private int parallel;

  EnvironmentArguments environment() {
    return environment;
  }

  RunContext context(Output output, RunListener listener) {
    if (parallel < 1) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(
              "--parallel", parallel + " steps at once bring nothing about", "use 1 or more"));
    }
    return new RunContext(
        environment.workspace(output), output.environment(), Clock.systemUTC(), parallel, listener);
  }
}
