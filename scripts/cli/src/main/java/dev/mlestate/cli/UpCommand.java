package dev.mlestate.cli;

import dev.mlestate.application.BringUpEstate;
import dev.mlestate.application.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Brings an environment up on a simulated cloud: plan, rules, steps, cost, outputs.",
      "A rule that must pass and fails stops it before anything is created (exit code 5)."
    })
final class UpCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final RunArguments arguments = new RunArguments();
  @Mixin private final FormatArguments format = new FormatArguments();

  UpCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ConsoleListener listener = new ConsoleListener(output, format.format());
    Outcome outcome = new BringUpEstate(arguments.context(output, listener)).run();
    if (format.format() == Format.JSON) {
      output.out().println(outcome.json());
    }
    return ExitCode.of(outcome.failure());
  }
}
