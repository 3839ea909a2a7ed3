package dev.mlestate.cli;

import dev.mlestate.application.EditState;
import dev.mlestate.application.ManagedStack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "unprotect",
    mixinStandardHelpOptions = true,
    customSynopsis = "mlestate state unprotect [OPTIONS] (ENVIRONMENT | --program FOLDER) URN...",
    description = "Lets resources be deleted that were protected.")
final class StateUnprotectCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final StateArguments arguments = new StateArguments();
  @Mixin private final YesArgument yes = new YesArgument();
  @Mixin private final FormatArguments format = new FormatArguments();

  @Option(names = "--all", description = "Every resource.")
  private boolean all;

  StateUnprotectCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    List<String> urns = arguments.resources(all);
    ManagedStack stack = arguments.stack(output, new ConsoleListener(output, format.format()));
    yes.require(
        output,
        "state unprotect asks before it edits",
        "Unprotect %s of %s"
            .formatted(all ? "every resource" : String.join(", ", urns), stack.name()),
        "yes");
    output.show(new EditState(stack).unprotect(urns), format.format());
    return ExitCode.OK;
  }
}
