package dev.mlestate.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where state lies. */
final class StateFolder {
  @Option(
      names = "--state-dir",
      paramLabel = "FOLDER",
      description =
          "Where state lies; default: MLESTATE_STATE, else .mlestate beside the file or in the"
              + " program's folder.")
  private @Nullable Path folder;

  Optional<Path> folder(Output output) {
    return Optional.ofNullable(folder)
        .or(() -> Optional.ofNullable(output.environment().get("MLESTATE_STATE")).map(Path::of))
        // An empty name would be the folder that one stands in.
        .filter(named -> !named.toString().isEmpty());
  }
}
