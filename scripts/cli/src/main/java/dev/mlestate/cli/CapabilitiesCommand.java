package dev.mlestate.cli;

import dev.mlestate.application.Capabilities;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "capabilities",
    mixinStandardHelpOptions = true,
    description = "Shows by which resources each cloud realises what, and what it cannot.")
final class CapabilitiesCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final FormatArguments format = new FormatArguments();

  CapabilitiesCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    if (format.format() == Format.JSON) {
      output.out().println(Capabilities.json().toPrettyString());
    } else {
      output.show(Capabilities.document(), format.format());
    }
    return ExitCode.OK;
  }
}
