package dev.mlestate.cli;

import dev.mlestate.application.PlanEnvironment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Reads an environment file and plans it: every problem, with line and remedy.")
final class ValidateCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final EnvironmentArguments arguments = new EnvironmentArguments();

  ValidateCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    new PlanEnvironment().plan(arguments.file());
    output.out().println(arguments.file() + " is valid and can be planned");
    return ExitCode.OK;
  }
}
