package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is generated and checked in; {@code -Dgolden.update=true} writes it anew. */
final class Golden {
  static final Path ROOT = Path.of(System.getProperty("mlestate.root", "."));

  private Golden() {}

  static void check(Path file, String expected) throws IOException {
    Path path = ROOT.resolve(file);
    if (Boolean.getBoolean("mlestate.golden.update")) {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, expected);
    }
    assertThat(path).as("run the tests with -Dgolden.update=true").exists();
    assertThat(Files.readString(path))
        .as(file + " is stale: run the tests with -Dgolden.update=true")
        .isEqualTo(expected);
  }
}
