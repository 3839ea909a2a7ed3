package dev.mlestate.cli;

import dev.mlestate.application.EditState;
import dev.mlestate.application.ManagedStack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rename",
    mixinStandardHelpOptions = true,
    customSynopsis = "mlestate state rename [OPTIONS] (ENVIRONMENT | --program FOLDER) URN NAME",
    description = "Gives a resource another name; what refers to it follows.")
final class StateRenameCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final StateArguments arguments = new StateArguments();
  @Mixin private final YesArgument yes = new YesArgument();
  @Mixin private final FormatArguments format = new FormatArguments();

  StateRenameCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    List<String> words = arguments.others();
    if (words.size() != 2) {
      throw ProgramOptions.refused(
          "a URN and a new name are needed", "mlestate state rename ENVIRONMENT URN NAME");
    }
    ManagedStack stack = arguments.stack(output, new ConsoleListener(output, format.format()));
    yes.require(
        output,
        "state rename asks before it edits",
        "Rename %s to %s".formatted(words.get(0), words.get(1)),
        "yes");
    output.show(new EditState(stack).rename(words.get(0), words.get(1)), format.format());
    return ExitCode.OK;
  }
}
