package dev.mlestate.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.PositionedYaml;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads environment files. */
public final class EnvironmentReader {
  /** The name of the organisation's file, which lies beside the environments. */
  public static final String ORGANISATION = "organisation.yaml";

  private EnvironmentReader() {}

  /**
   * Reads an environment file and the organisation.yaml beside it.
   *
   * @throws ProblemException of kind CONFIGURATION with every problem of both files
   */
  public static EnvironmentFile read(Path file) {
    List<Problem> problems = new ArrayList<>();
    Optional<Read> environment = collect(problems, () -> parse(PositionedYaml.read(file)));
    environment.ifPresent(read -> problems.addAll(read.problems()));
    if (environment.isEmpty() && Files.notExists(file)) {
      // Beside a file that is not there, a missing organisation.yaml is no news.
      throw new ProblemException(ErrorKind.CONFIGURATION, problems);
    }
    Optional<OrganisationFile> organisation =
        collect(problems, () -> OrganisationReader.read(file.resolveSibling(ORGANISATION)));
    if (environment.isPresent() && organisation.isPresent()) {
      Read read = environment.get();
      EnvironmentFile both =
          new EnvironmentFile(
              file,
              read.environment(),
              read.reported().places(),
              organisation.get().organisation(),
              organisation.get().places());
      problems.addAll(OrganisationCheck.check(both, read.reported()));
      if (problems.isEmpty()) {
        return both;
      }
    }
    throw new ProblemException(ErrorKind.CONFIGURATION, problems);
  }

  /** What a file says, and what is wrong with it. */
  record Read(Environment environment, Reported reported, List<Problem> problems) {}

  static Read parse(PositionedYaml yaml) {
    Reported reported = new Reported(yaml.places());
    ObjectNode tree = yaml.tree().deepCopy();
    Stage stage = stage(tree);
    new ComputedDefaults(stage).fill(tree);
    Environment environment = new Binder(stage, reported).bind(Environment.class, tree);
    new EnvironmentRules(environment, reported).check();
    return new Read(environment, reported, reported.problems());
  }

  /** The defaults' stage; where the file names none, which is a problem of its own, dev. */
  private static Stage stage(JsonNode tree) {
    for (Stage stage : Stage.values()) {
      if (stage.word().equals(tree.path("environment").textValue())) {
        return stage;
      }
    }
    return Stage.DEV;
  }

  private static <T> Optional<T> collect(List<Problem> problems, Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }
}
