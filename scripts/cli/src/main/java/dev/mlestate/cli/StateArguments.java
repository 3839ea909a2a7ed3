package dev.mlestate.cli;

import dev.mlestate.application.ManagedStack;
import dev.mlestate.application.RunListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The arguments of commands that edit the state of a stack's resources. */
final class StateArguments {
  @Parameters(
      arity = "0..*",
      paramLabel = "ARGUMENT",
      description = "An environment file, unless --program is given; then what is asked for.")
  private final List<String> arguments = new ArrayList<>();

  @Mixin private final ProgramOptions program = new ProgramOptions();

  ManagedStack stack(Output output, RunListener listener) {
    Optional<Path> environment =
        program.given() || arguments.isEmpty()
            ? Optional.empty()
            : Optional.of(Path.of(arguments.get(0)));
    return program.stack(environment, output, QuietSettings.of(output, listener));
  }

  /** What stands after the environment. */
  List<String> others() {
    return program.given() || arguments.isEmpty()
        ? List.copyOf(arguments)
        : List.copyOf(arguments.subList(1, arguments.size()));
  }

  /** Either resources or all of them. */
  List<String> resources(boolean all) {
    if (all == !others().isEmpty()) {
      throw ProgramOptions.refused(
          all ? "--all leaves no choice of resources" : "no resource is named",
          "name URNs as 'mlestate stack export' shows them, or --all");
    }
    return others();
  }
}
