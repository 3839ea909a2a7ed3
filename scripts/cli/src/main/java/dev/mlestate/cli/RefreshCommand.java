package dev.mlestate.cli;

import dev.mlestate.application.EditState;
import dev.mlestate.application.ManagedStack;
import dev.mlestate.application.Outcome;
import dev.mlestate.application.RefreshStack;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "refresh",
    mixinStandardHelpOptions = true,
    description = {
      "Reads what is really there into the state: drift is shown and adopted, nothing is changed"
          + " in the cloud.",
      "'mlestate up' then brings back what is wanted; 'mlestate up --refresh' does both at once."
    })
final class RefreshCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final RunArguments arguments = new RunArguments();
  @Mixin private final FaultArguments faults = new FaultArguments();
  @Mixin private final FormatArguments format = new FormatArguments();

  @Option(names = "--preview-only", description = "Only shows the drift.")
  private boolean previewOnly;

  @Option(
      names = "--clear-pending-creates",
      description = "First forgets creates of which nobody knows whether they were done.")
  private boolean clearPendingCreates;

  @Option(
      names = "--import-pending-creates",
      paramLabel = "URN=ID",
      description = "First takes a create of which nobody knows whether it was done as done.")
  private Map<String, String> importPendingCreates = new TreeMap<>();

  RefreshCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ConsoleListener listener = new ConsoleListener(output, format.format());
    ManagedStack stack =
        arguments
            .stack()
            .stack(output, arguments.settings(output, listener, false).withFaults(faults.faults()));
    if (clearPendingCreates) {
      listener.show(new EditState(stack).clearPendingCreates());
    }
    if (!importPendingCreates.isEmpty()) {
      listener.show(new EditState(stack).importPendingCreates(importPendingCreates));
    }
    Outcome outcome = new RefreshStack(stack).run(previewOnly);
    if (format.format() == Format.JSON) {
      output.out().println(outcome.json());
    }
    return ExitCode.of(outcome.failure());
  }

  /** Users of the Pulumi CLI give it; there is nothing to consent to. */
  @Option(
      names = {"-y", "--yes"},
      description = "Taken as by the Pulumi CLI; refresh never asks.")
  void yes(boolean ignored) {}
}
