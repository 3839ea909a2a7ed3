package dev.mlestate.application;

import dev.mlestate.engine.program.PulumiProject;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the parts of a program of one's own lie.
 *
 * @param project the program
 * @param stack the stack's name
 * @param states where the states of the project's stacks lie, each in a folder of its name
 * @param shared a folder for the states of several projects, each in a folder of its name
 */
public record ProgramWorkspace(
    PulumiProject project, String stack, Path states, Optional<Path> shared) {
  private static final String STATE_FOLDER = ".mlestate";

  /**
   * The workspace of a folder with a Pulumi.yaml.
   *
   * @param stack empty: the only one that the folder has settings of, else {@code dev}
   * @param stateFolder where state lies; empty: {@code .mlestate} in the folder
   * @throws dev.mlestate.problem.ProblemException if there is no Java program in the folder, or the
   *     stack's name is none
   */
  public static ProgramWorkspace of(
      Path folder, Optional<String> stack, Optional<Path> stateFolder) {
    PulumiProject project = PulumiProject.read(folder);
    String name = project.stack(stack);
    Path states =
        stateFolder
            .map(shared -> shared.resolve(project.name()))
            .orElseGet(() -> folder.resolve(STATE_FOLDER))
            .toAbsolutePath()
            .normalize();
    return new ProgramWorkspace(project, name, states, stateFolder);
  }

  /** What this stack keeps on disk: the engine's state and the simulated clouds' records. */
  public Path folder() {
    return states.resolve(stack);
  }

  /** Where the states of a project's stacks lie; empty if there is no such project here. */
  Optional<Path> states(String other) {
    if (other.equals(project.name())) {
      return Optional.of(states);
    }
    return shared.isPresent()
        ? shared.map(folder -> folder.resolve(other))
        : project.beside(other).map(folder -> folder.resolve(STATE_FOLDER));
  }
}
