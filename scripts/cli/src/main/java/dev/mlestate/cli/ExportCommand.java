package dev.mlestate.cli;

import dev.mlestate.application.ExportStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Prints the state as 'pulumi stack export' does; secrets stay encrypted.")
final class ExportCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final RunArguments arguments = new RunArguments();

  ExportCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ConsoleListener listener = new ConsoleListener(output, Format.JSON);
    output.out().println(new ExportStack(arguments.context(output, listener)).run());
    return ExitCode.OK;
  }
}
