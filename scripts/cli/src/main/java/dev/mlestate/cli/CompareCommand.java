package dev.mlestate.cli;

import dev.mlestate.application.CompareClouds;
import dev.mlestate.application.Comparison;
import dev.mlestate.application.RunChoices;
import dev.mlestate.application.RunContext;
import dev.mlestate.application.RunSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Plans and prices the same intent on other clouds, side by side; makes nothing.",
      "Accounts come from organisation.yaml, regions from the catalog."
    })
final class CompareCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final EnvironmentArguments arguments = new EnvironmentArguments();
  @Mixin private final ParallelArgument parallel = new ParallelArgument();
  @Mixin private final FormatArguments format = new FormatArguments();

  @Option(
      names = "--cloud",
      paramLabel = "CLOUD",
      split = ",",
      description = "Clouds to compare with, such as gcp,azure; default: all others.")
  private final List<String> clouds = new ArrayList<>();

  CompareCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ConsoleListener listener = new ConsoleListener(output, format.format());
    RunSettings settings =
        new RunSettings(
            output.environment(),
            Clock.systemUTC(),
            parallel.value(),
            RunChoices.NONE,
            Optional.empty(),
            listener);
    Comparison comparison =
        new CompareClouds(new RunContext(arguments.workspace(output), settings)).run(clouds);
    if (format.format() == Format.JSON) {
      output.out().println(comparison.json().toPrettyString());
    } else {
      output.show(comparison.document(), format.format());
    }
    return ExitCode.OK;
  }
}
