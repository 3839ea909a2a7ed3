package dev.mlestate.cli;

import dev.mlestate.application.ServeClouds;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the simulated clouds of an environment to the real Pulumi CLI until it is stopped.",
      "Prints the line that leads the CLI to them."
    })
final class SimulateCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final EnvironmentArguments arguments = new EnvironmentArguments();

  SimulateCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (ServeClouds clouds =
        ServeClouds.start(arguments.workspace(output), output.environment())) {
      output.out().println("export PULUMI_DEBUG_PROVIDERS=" + clouds.debugProviders());
      output.out().flush();
      output.note("serving the simulated clouds of " + arguments.file() + "; Ctrl-C ends it");
      clouds.await();
      return ExitCode.OK;
    }
  }
}
