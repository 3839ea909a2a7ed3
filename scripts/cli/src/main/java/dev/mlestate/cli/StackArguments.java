package dev.mlestate.cli;

import dev.mlestate.application.ManagedStack;
import dev.mlestate.application.ProgramStack;
import dev.mlestate.application.RunContext;
import dev.mlestate.application.RunSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The arguments of every command about a stack: an environment's, or a program's of one's own. */
final class StackArguments {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ENVIRONMENT",
      description = "An environment file, such as environments/dev-aws.yaml.")
  private @Nullable Path file;

  @Mixin private final ProgramOptions program = new ProgramOptions();

  /** Whether the command is about a program of one's own. */
  boolean isProgram() {
    return program.given();
  }

  ManagedStack stack(Output output, RunSettings settings) {
    return program.stack(Optional.ofNullable(file), output, settings);
  }

  RunContext context(Output output, RunSettings settings) {
    return program.context(Optional.ofNullable(file), output, settings);
  }

  ProgramStack programStack(Output output, RunSettings settings) {
    return program.programStack(Optional.ofNullable(file), output, settings);
  }
}
