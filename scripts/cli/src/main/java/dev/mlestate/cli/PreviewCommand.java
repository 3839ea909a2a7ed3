package dev.mlestate.cli;

import dev.mlestate.application.Outcome;
import dev.mlestate.application.PreviewEstate;
import dev.mlestate.application.PreviewProgram;
import dev.mlestate.application.RunSettings;
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
  @Mixin private final RefreshArgument refresh = new RefreshArgument();
  @Mixin private final PoliciesArgument policies = new PoliciesArgument();
  @Mixin private final FormatArguments format = new FormatArguments();

  PreviewCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ConsoleListener listener = new ConsoleListener(output, format.format());
    RunSettings settings = arguments.settings(output, listener, refresh.value());
    Outcome outcome =
        arguments.stack().isProgram()
            ? new PreviewProgram(arguments.stack().programStack(output, settings)).run()
            : new PreviewEstate(arguments.stack().context(output, settings), policies.judges())
                .run();
    if (format.format() == Format.JSON) {
      output.out().println(outcome.json());
    }
    return ExitCode.of(outcome.failure());
  }
}
