package dev.mlestate.application;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which environment file a stack's folder belongs to: two files of one name in different folders
 * must not share a stack, whose resources the one would delete for the other.
 */
final class StackOwner {
  private static final String FILE = "environment";

  private StackOwner() {}

  /**
   * Refuses a folder that belongs to another file.
   *
   * @throws ProblemException if that file is still there
   */
  static void refuseAnother(Workspace workspace) {
    Path file = file(workspace);
    Path note = workspace.folder().resolve(FILE);
    try {
      if (Files.exists(note)) {
        Path known = Path.of(Files.readString(note).strip());
        if (!known.equals(file) && Files.exists(known) && !Files.isSameFile(known, file)) {
          throw refused(workspace, known, file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes the file in the stack's folder, which must be there. */
  static void note(Workspace workspace) {
    try {
      Files.write(
          workspace.folder().resolve(FILE),
          (file(workspace) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Workspace workspace) {
    return workspace.environmentFile().toAbsolutePath().normalize();
  }

  private static ProblemException refused(Workspace workspace, Path known, Path file) {
    return new ProblemException(
        ErrorKind.CONFIGURATION,
        Problem.of(
            file.toString(),
            "the stack "
                + workspace.stack()
                + " in "
                + workspace.folder()
                + " belongs to "
                + known
                + ", not to "
                + file,
            "give the file another name, or keep its state elsewhere with --state-dir"));
  }
}
