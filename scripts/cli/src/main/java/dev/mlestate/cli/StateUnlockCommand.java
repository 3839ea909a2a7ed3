package dev.mlestate.cli;

import dev.mlestate.application.EditState;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "unlock",
    mixinStandardHelpOptions = true,
    description = {
      "Frees the lock of a run that is gone.",
      "A run that is still at work on this machine keeps its lock."
    })
final class StateUnlockCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final StackArguments arguments = new StackArguments();
  @Mixin private final YesArgument yes = new YesArgument();
  @Mixin private final FormatArguments format = new FormatArguments();

  StateUnlockCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    EditState state = new EditState(arguments.stack(output, QuietSettings.of(output)));
    Optional<String> holder = state.lockHolder();
    holder.ifPresent(
        each ->
            yes.require(
                output,
                "the lock is held by " + each + "; unlock asks before it frees it",
                "Free the lock of " + each,
                "yes"));
    output.show(state.unlock(), format.format());
    return ExitCode.OK;
  }
}
