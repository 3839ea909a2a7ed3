package dev.mlestate.application;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the parts of a run lie.
 *
 * @param environmentFile the environment file
 * @param stack the stack's name: the file's name without its ending
 * @param folder what this stack keeps on disk: the engine's state and the simulated clouds' records
 * @param program the folder of the Pulumi program
 */
public record Workspace(Path environmentFile, String stack, Path folder, Path program) {
  private static final String STATE_FOLDER = ".mlestate";

  /**
   * The workspace of an environment file.
   *
   * @param home the folder that mlestate is installed in
   * @param stateFolder where state lies; empty: {@code .mlestate} beside the environment file
   */
  public static Workspace of(Path environmentFile, Path home, Optional<Path> stateFolder) {
    Path file = environmentFile.toAbsolutePath().normalize();
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stack = dot > 0 ? name.substring(0, dot) : name;
    Path states = stateFolder.orElseGet(() -> file.resolveSibling(STATE_FOLDER));
    return new Workspace(
        environmentFile,
        stack,
        states.toAbsolutePath().normalize().resolve(stack),
        home.resolve("stacks").resolve("estate"));
  }

  /** Where a simulated cloud keeps its record. */
  Path cloudRecord(String provider) {
    return folder.resolve("cloud").resolve(provider);
  }
}
