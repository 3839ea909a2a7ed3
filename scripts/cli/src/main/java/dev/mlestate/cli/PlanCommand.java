package dev.mlestate.cli;

import dev.mlestate.application.PlanDocument;
import dev.mlestate.application.PlanEnvironment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Shows what the planner chooses and why; runs no program.")
final class PlanCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final EnvironmentArguments arguments = new EnvironmentArguments();
  @Mixin private final FormatArguments format = new FormatArguments();

  PlanCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    output.show(PlanDocument.of(new PlanEnvironment().plan(arguments.file())), format.format());
    return ExitCode.OK;
  }
}
