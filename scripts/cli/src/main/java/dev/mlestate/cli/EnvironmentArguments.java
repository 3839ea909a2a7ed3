package dev.mlestate.cli;

import dev.mlestate.application.Workspace;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The arguments of every command that is about an environment alone. */
final class EnvironmentArguments {
  @Parameters(
      index = "0",
      paramLabel = "ENVIRONMENT",
      description = "An environment file, such as environments/dev-aws.yaml.")
  private Path file = Path.of("");

  @Mixin private final StateFolder states = new StateFolder();

  Path file() {
    return file;
  }

  Workspace workspace(Output output) {
    return Workspace.of(file, output.home(), states.folder(output));
  }
}
