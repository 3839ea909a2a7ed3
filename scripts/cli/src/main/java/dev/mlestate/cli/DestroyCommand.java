package dev.mlestate.cli;

import dev.mlestate.application.DestroyStack;
import dev.mlestate.application.ManagedStack;
import dev.mlestate.application.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "destroy",
    mixinStandardHelpOptions = true,
    description = {
      "Deletes everything of an environment from its simulated cloud, or of a program's stack from"
          + " wherever its providers made it.",
      "The program is not run: what the state knows is deleted, dependents first."
    })
final class DestroyCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final RunArguments arguments = new RunArguments();
  @Mixin private final RefreshArgument refresh = new RefreshArgument();
  @Mixin private final YesArgument yes = new YesArgument();
  @Mixin private final FaultArguments faults = new FaultArguments();
  @Mixin private final FormatArguments format = new FormatArguments();

  DestroyCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ConsoleListener listener = new ConsoleListener(output, format.format());
    ManagedStack stack =
        arguments
            .stack()
            .stack(
                output,
                arguments.settings(output, listener, refresh.value()).withFaults(faults.faults()));
    yes.require(
        output,
        "destroy asks before it deletes",
        "Destroy everything of " + stack.name(),
        stack.name());
    Outcome outcome = new DestroyStack(stack).run();
    if (format.format() == Format.JSON) {
      output.out().println(outcome.json());
    }
    return ExitCode.of(outcome.failure());
  }
}
