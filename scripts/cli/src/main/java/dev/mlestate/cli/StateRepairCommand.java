package dev.mlestate.cli;

import dev.mlestate.application.RepairState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a damaged state back to its last good point: says first what is damaged, what is done"
          + " and what is lost.",
      "The files as they were found are kept."
    })
final class StateRepairCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final StackArguments arguments = new StackArguments();
  @Mixin private final YesArgument yes = new YesArgument();
  @Mixin private final FormatArguments format = new FormatArguments();

  @Option(
      names = "--accept-edits",
      description = "Takes a state that was changed by hand as it is.")
  private boolean acceptEdits;

  @Option(names = "--preview-only", description = "Only says what would be done.")
  private boolean previewOnly;

  StateRepairCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ConsoleListener listener = new ConsoleListener(output, format.format());
    RepairState repair =
        new RepairState(arguments.stack(output, QuietSettings.of(output, listener)), acceptEdits);
    if (repair.show() && !previewOnly) {
      yes.require(output, "state repair asks before it repairs", "Repair the state", "yes");
      output.show(repair.run(), format.format());
    }
    return ExitCode.OK;
  }
}
