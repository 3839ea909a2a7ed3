package dev.mlestate.engine.program;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with a {@code Pulumi.yaml} of a Java program, as far as the embedded engine acts on it.
 *
 * @param folder where the {@code Pulumi.yaml} lies
 * @param program the folder that the program runs in: {@code main}, else the project's
 * @param jar the program
 * @param stackFiles where the {@code Pulumi.<stack>.yaml} files lie
 * @param config what the project declares of its configuration, by key with namespace
 * @param refreshes whether every run begins with a refresh ({@code options: {refresh: always}})
 */
public record PulumiProject(
    Path folder,
    String name,
    Path program,
    Path jar,
    Path stackFiles,
    SortedMap<String, ConfigDeclaration> config,
    boolean refreshes) {
  /** The file that makes a folder a project. */
  public static final String FILE = "Pulumi.yaml";

  /** The stack where none is named and the folder does not have exactly one. */
  public static final String DEFAULT_STACK = "dev";

  private static final Pattern STACK_FILE = Pattern.compile("Pulumi\\.(.+)\\.yaml");
  private static final Pattern STACK_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  /**
   * Reads the project of a folder.
   *
   * @throws ProblemException of kind CONFIGURATION with everything that is wrong
   */
  public static PulumiProject read(Path folder) {
    return new ProjectReader(folder).read();
  }

  /**
   * The program, which need not be there for what does not run it.
   *
   * @throws ProblemException if it has not been built
   */
  Path existingJar() {
    if (!Files.isRegularFile(jar)) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(
              folder.resolve(FILE).toString(),
              "the program's jar " + jar + " does not exist",
              "build the program first"));
    }
    return jar;
  }

  /** The folder beside this one that has the project of that name; empty if there is none. */
  public Optional<Path> beside(String other) {
    Path parent = folder.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(each -> Files.isRegularFile(each.resolve(FILE)))
          .sorted()
          .filter(each -> ProjectReader.name(each).filter(other::equals).isPresent())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The stacks that have a file with settings. */
  public SortedSet<String> stacks() {
    SortedSet<String> stacks = new TreeSet<>();
    if (!Files.isDirectory(stackFiles)) {
      return stacks;
    }
    try (Stream<Path> files = Files.list(stackFiles)) {
      files
          .map(file -> STACK_FILE.matcher(String.valueOf(file.getFileName())))
          .filter(matcher -> matcher.matches())
          .forEach(matcher -> stacks.add(matcher.group(1)));
    } catch (IOException e) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(
              stackFiles.toString(),
              "the folder cannot be read: " + e.getMessage(),
              "give yourself the right to read it"));
    }
    return stacks;
  }

  /**
   * The stack that is meant: the one that is named, the only one with a file, or {@value
   * #DEFAULT_STACK}.
   *
   * @throws ProblemException if the name cannot be one of a stack
   */
  public String stack(Optional<String> named) {
    if (named.isEmpty()) {
      SortedSet<String> stacks = stacks();
      return stacks.size() == 1 ? stacks.first() : DEFAULT_STACK;
    }
    String stack = named.get();
    // The name becomes a folder's.
    if (!STACK_NAME.matcher(stack).matches() || List.of(".", "..").contains(stack)) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(
              "--stack",
              "\"" + stack + "\" is no name of a stack",
              "use at most 100 letters, digits, hyphens, underscores and periods"));
    }
    return stack;
  }

  /** The file with a stack's settings; it need not exist. */
  public Path stackFile(String stack) {
    return stackFiles.resolve("Pulumi." + stack + ".yaml");
  }
}
