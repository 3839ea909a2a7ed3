package dev.mlestate.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with the measured program, as a person has one: Pulumi.yaml, configuration, jar. */
final class ProgramFolder {
  static final String PROJECT = "benchmark";
  static final String STACK = "dev";

  private ProgramFolder() {}

  /**
   * Makes the folder.
   *
   * @param built where the benchmark's jar and its libraries lie
   * @param mainClass what the program's jar starts
   */
  static Path create(Path folder, Path built, String mainClass, int buckets) throws IOException {
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("lib"), built.resolve("lib"));
    Files.createSymbolicLink(folder.resolve("benchmark.jar"), built.resolve("benchmark.jar"));
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
    attributes.put(Attributes.Name.CLASS_PATH, "benchmark.jar " + libraries(built.resolve("lib")));
    try (OutputStream out = Files.newOutputStream(folder.resolve("program.jar"))) {
      new JarOutputStream(out, manifest).close();
    }
    write(
        folder.resolve("Pulumi.yaml"),
        "name: " + PROJECT,
        "runtime: {name: java, options: {binary: program.jar}}");
    write(
        folder.resolve("Pulumi." + STACK + ".yaml"),
        "config:",
        "  aws:region: us-east-1",
        "  " + PROJECT + ":buckets: \"" + buckets + "\"");
    return folder;
  }

  private static String libraries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> "lib/" + file.getFileName())
          .sorted()
          .collect(Collectors.joining(" "));
    }
  }

  private static void write(Path file, String... lines) throws IOException {
    Files.write(file, List.of(lines), StandardCharsets.UTF_8);
  }
}
