package dev.mlestate.conformance.differential;

import com.pulumi.core.Output;
import dev.mlestate.engine.Engine;
import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.testkit.program.InProcessProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The state of an empty stack with a key for its secrets. To derive a key takes a second of
 * computing by design; a hundred scenarios share one.
 */
final class PreparedState {
  private final Path folder;

  private PreparedState(Path folder) {
    this.folder = folder;
  }

  /** Makes a stack with a secret, and takes it down. */
  static PreparedState in(Path folder) {
    try (InProcessProviders none = new InProcessProviders(Map.of())) {
      Engine engine =
          Engine.builder()
              .program(
                  InProcessProgram.of(context -> context.export("secret", Output.ofSecret("s"))))
              .providers(none)
              .store(StateStore.in(folder, Map.of(), Clock.systemUTC()))
              .project(Scenario.PROJECT)
              .stack(Scenario.STACK)
              .build();
      if (!engine.up().succeeded() || !engine.destroy().succeeded()) {
        throw new IllegalStateException("an empty stack could not be made");
      }
    }
    return new PreparedState(folder);
  }

  /** Copies it, so that a stack begins with it. */
  void copyTo(Path stack) {
    try (Stream<Path> files = Files.list(folder)) {
      Files.createDirectories(stack);
      List<Path> copied = files.filter(Files::isRegularFile).toList();
      for (Path file : copied) {
        Files.copy(file, stack.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
