package dev.mlestate.cli;

import dev.mlestate.application.EditState;
import dev.mlestate.application.ManagedStack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    customSynopsis = "mlestate state delete [OPTIONS] (ENVIRONMENT | --program FOLDER) URN...",
    description = "Forgets resources; what exists in the cloud stays there.")
final class StateDeleteCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final StateArguments arguments = new StateArguments();
  @Mixin private final YesArgument yes = new YesArgument();
  @Mixin private final FormatArguments format = new FormatArguments();

  @Option(names = "--all", description = "Forgets every resource.")
  private boolean all;

  @Option(names = "--force", description = "Forgets protected resources, too.")
  private boolean force;

  @Option(
      names = "--target-dependents",
      description = "Also forgets what depends on the resources.")
  private boolean dependents;

  StateDeleteCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    List<String> urns = arguments.resources(all);
    ManagedStack stack = arguments.stack(output, new ConsoleListener(output, format.format()));
    yes.require(
        output,
        "state delete asks before it forgets",
        "Forget %s of %s".formatted(all ? "every resource" : String.join(", ", urns), stack.name()),
        "yes");
    output.show(new EditState(stack).delete(urns, force, dependents), format.format());
    return ExitCode.OK;
  }
}
