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
import picocli.CommandLine.Parameters;

/** The arguments of every command about a stack: an environment's, or a program's of one's own. */
final class StackArguments {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ENVIRONMENT",
      description = "An environment file, such as environments/dev-aws.yaml.")
  private @Nullable Path file;

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

  /** Whether the command is about a program of one's own. */
  boolean isProgram() {
    return program != null;
  }

  ManagedStack stack(Output output, RunSettings settings) {
    return isProgram()
        ? programStack(output, settings)
        : new EnvironmentStack(context(output, settings));
  }

  RunContext context(Output output, RunSettings settings) {
    requireOne();
    Path environment = file;
    if (environment == null) {
      throw new IllegalStateException("the command is about a program");
    }
    return new RunContext(
        Workspace.of(environment, output.home(), states.folder(output)), settings);
  }

  ProgramStack programStack(Output output, RunSettings settings) {
    requireOne();
    Path folder = program;
    if (folder == null) {
      throw new IllegalStateException("the command is about an environment");
    }
    return new ProgramStack(
        ProgramWorkspace.of(folder, Optional.ofNullable(stack), states.folder(output)), settings);
  }

  private void requireOne() {
    if (file != null && program != null) {
      throw refused(
          "an environment and a program are two things", "name ENVIRONMENT or --program FOLDER");
    }
    if (file == null && program == null) {
      throw refused("nothing is named to work on", "name ENVIRONMENT or --program FOLDER");
    }
    if (file != null && stack != null) {
      throw refused(
          "an environment's stack has the name of its file", "take --stack away, or add --program");
    }
  }

  private static ProblemException refused(String reason, String remedy) {
    return new ProblemException(ErrorKind.CONFIGURATION, Problem.of("", reason, remedy));
  }
}
