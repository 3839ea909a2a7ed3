package dev.mlestate.cli;

import dev.mlestate.application.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command about one environment. */
final class EnvironmentArguments {
  @Parameters(
      index = "0",
      paramLabel = "ENVIRONMENT",
      description = "An environment file, such as environments/dev-aws.yaml.")
  private Path file = Path.of("");

  @Option(
      names = "--state-dir",
      paramLabel = "FOLDER",
      description = "Where state lies; default: MLESTATE_STATE, else .mlestate beside the file.")
  private @Nullable Path stateFolder;

  Path file() {
    return file;
  }

  Workspace workspace(Output output) {
    Optional<Path> states =
        Optional.ofNullable(stateFolder)
            .or(() -> Optional.ofNullable(output.environment().get("MLESTATE_STATE")).map(Path::of))
            // An empty name would be the folder that one stands in.
            .filter(folder -> !folder.toString().isEmpty());
    return Workspace.of(file, output.home(), states);
  }
}
