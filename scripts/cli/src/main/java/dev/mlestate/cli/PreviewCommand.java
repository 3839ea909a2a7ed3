package dev.mlestate.cli;

import dev.mlestate.application.Outcome;
import dev.mlestate.application.PreviewEstate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what would change, what the rules say and what it costs; changes nothing.",
      "With --json it prints the document of 'pulumi preview --json --show-sames'."
    })
final class PreviewCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final RunArguments arguments = new RunArguments();
  @Mixin private final FormatArguments format = new FormatArguments();

  PreviewCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ConsoleListener listener = new ConsoleListener(output, format.format());
    Outcome outcome = new PreviewEstate(arguments.context(output, listener)).run();
    if (format.format() == Format.JSON) {
      output.out().println(outcome.json());
    }
    return ExitCode.of(outcome.failure());
  }
}
