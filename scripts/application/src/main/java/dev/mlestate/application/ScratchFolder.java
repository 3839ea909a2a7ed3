package dev.mlestate.application;

import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for environment files that nobody wrote; it goes when it is closed. */
final class ScratchFolder implements AutoCloseable {
  private final Path folder;

  private ScratchFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder with the organisation's file that lies beside an environment file. */
  static ScratchFolder beside(Path environmentFile) {
    try {
      ScratchFolder scratch = new ScratchFolder(Files.createTempDirectory("mlestate-compare-"));
      Files.writeString(
          scratch.folder.resolve(EnvironmentReader.ORGANISATION),
          read(environmentFile.resolveSibling(EnvironmentReader.ORGANISATION)));
      return scratch;
    } catch (IOException e) {
      throw failed("a temporary folder cannot be written: " + e.getMessage());
    }
  }

  /** A file's text. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw failed(file + " cannot be read: " + e.getMessage());
    }
  }

  /** Writes an environment file of that name, or writes it anew. */
  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name + ".yaml"), text);
    } catch (IOException e) {
      throw failed("a temporary file cannot be written: " + e.getMessage());
    }
  }

  private static ProblemException failed(String reason) {
    return new ProblemException(
        ErrorKind.OTHER,
        Problem.of("", reason, "make room, or let java.io.tmpdir be another folder"));
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
