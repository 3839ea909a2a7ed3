package dev.mlestate.benchmark;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs that may be at hand. */
final class Tools {
  private Tools() {}

  /** Whether the Pulumi CLI and its host for Java are on PATH. */
  static boolean pulumi() {
    return onPath("pulumi") && onPath("pulumi-language-java");
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
