package dev.mlestate.cli;

import dev.mlestate.application.EnvironmentStack;
import dev.mlestate.application.ManagedStack;
import dev.mlestate.application.ProgramStack;
import dev.mlestate.application.ProgramWorkspace;
import dev.mlestate.application.RunContext;
import dev.mlestate.application.RunSettings;
import dev.mlestate.application.Workspace;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A program of one's own instead of an environment. */
final class ProgramOptions {
  @Option(
      names = "--program",
      paramLabel = "FOLDER",
      description =
          "Instead of ENVIRONMENT: a folder with the Pulumi.yaml of a Pulumi program in Java.")
  private @Nullable Path program;

  @Option(
      names = {"-s", "--stack"},
      paramLabel = "NAME",
      description =
          "The program's stack; default: the only one with a Pulumi.<stack>.yaml, else dev.")
  private @Nullable String stack;

  @Mixin private final StateFolder states = new StateFolder();

  boolean given() {
    return program != null;
  }

  /** The stack that a command is about. */
  ManagedStack stack(Optional<Path> environment, Output output, RunSettings settings) {
    return given()
        ? programStack(environment, output, settings)
        : new EnvironmentStack(context(environment, output, settings));
  }

  RunContext context(Optional<Path> environment, Output output, RunSettings settings) {
    requireOne(environment);
    return new RunContext(
        Workspace.of(environment.orElseThrow(), output.home(), states.folder(output)), settings);
  }

  ProgramStack programStack(Optional<Path> environment, Output output, RunSettings settings) {
    requireOne(environment);
    return new ProgramStack(
        ProgramWorkspace.of(
            Optional.ofNullable(program).orElseThrow(),
            Optional.ofNullable(stack),
            states.folder(output)),
        settings);
  }

  private void requireOne(Optional<Path> environment) {
    if (environment.isPresent() && given()) {
      throw refused(
          "an environment and a program are two things", "name ENVIRONMENT or --program FOLDER");
    }
    if (environment.isEmpty() && !given()) {
      throw refused("nothing is named to work on", "name ENVIRONMENT or --program FOLDER");
    }
    if (environment.isPresent() && stack != null) {
      throw refused(
          "an environment's stack has the name of its file", "take --stack away, or add --program");
    }
  }

  static ProblemException refused(String reason, String remedy) {
    return new ProblemException(ErrorKind.CONFIGURATION, Problem.of("", reason, remedy));
  }
}
