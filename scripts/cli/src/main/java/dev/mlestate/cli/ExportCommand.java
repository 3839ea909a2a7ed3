package dev.mlestate.cli;

import dev.mlestate.application.ExportStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Prints the state as 'pulumi stack export' does; secrets stay encrypted.")
final class ExportCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final StackArguments arguments = new StackArguments();

  @Option(names = "--show-secrets", description = "Prints secrets in plain text.")
  private boolean showSecrets;

  ExportCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    output
        .out()
        .println(
            new ExportStack(arguments.stack(output, QuietSettings.of(output))).run(showSecrets));
    return ExitCode.OK;
  }
}
