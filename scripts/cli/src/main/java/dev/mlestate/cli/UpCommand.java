package dev.mlestate.cli;

import dev.mlestate.application.BringUpEstate;
import dev.mlestate.application.BringUpProgram;
import dev.mlestate.application.Outcome;
import dev.mlestate.application.RunSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Brings an environment up on a simulated cloud: plan, rules, steps, cost, outputs.",
      "A rule that must pass and fails stops it before anything is created (exit code 5).",
      "With --program: brings up any Pulumi program in Java, on simulated clouds or on the running"
          + " providers that PULUMI_DEBUG_PROVIDERS names. With the latter it asks first."
    })
final class UpCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final RunArguments arguments = new RunArguments();
  @Mixin private final RefreshArgument refresh = new RefreshArgument();
  @Mixin private final YesArgument yes = new YesArgument();
  @Mixin private final FaultArguments faults = new FaultArguments();
  @Mixin private final PoliciesArgument policies = new PoliciesArgument();
  @Mixin private final FormatArguments format = new FormatArguments();

  @Option(
      names = {"-f", "--skip-preview"},
      description = "With --program: makes the changes without having previewed them.")
  private boolean skipPreview;

  UpCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ConsoleListener listener = new ConsoleListener(output, format.format());
    RunSettings settings =
        arguments.settings(output, listener, refresh.value()).withFaults(faults.faults());
    Outcome outcome =
        arguments.stack().isProgram()
            ? new BringUpProgram(arguments.stack().programStack(output, settings), skipPreview)
                .run(() -> yes.require(output, CONSENT, "Make these changes", "yes"))
            : new BringUpEstate(arguments.stack().context(output, settings), policies.judges())
                .run();
    if (format.format() == Format.JSON) {
      output.out().println(outcome.json());
    }
    return ExitCode.of(outcome.failure());
  }

  private static final String CONSENT =
      "a running provider may change a real cloud, so up asks before it does";
}
