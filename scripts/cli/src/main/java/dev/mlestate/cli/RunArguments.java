package dev.mlestate.cli;

import dev.mlestate.application.ManagedStack;
import dev.mlestate.application.RunChoices;
import dev.mlestate.application.RunListener;
import dev.mlestate.application.RunSettings;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The arguments of every command that runs the engine. */
final class RunArguments {
  @Mixin private final StackArguments stack = new StackArguments();
  @Mixin private final ParallelArgument parallel = new ParallelArgument();

  @Option(
      names = {"-t", "--target"},
      paramLabel = "URN",
      description =
          "Changes this resource alone; may be repeated; * stands for a part of a URN, ** for any"
              + " text.")
  private final List<String> targets = new ArrayList<>();

  @Option(names = "--target-dependents", description = "Also changes what depends on a target.")
  private boolean targetDependents;

  @Option(
      names = "--continue-on-error",
      description = "After a failure goes on with what does not depend on it.")
  private boolean continueOnError;

  @Option(
      names = "--event-log",
      paramLabel = "FILE",
      description = "Writes the engine's events there, JSON lines in Pulumi's own format.")
  private @Nullable Path eventLog;

  StackArguments stack() {
    return stack;
  }

  ManagedStack stack(Output output, RunListener listener, boolean refresh) {
    return stack.stack(output, settings(output, listener, refresh));
  }

  RunSettings settings(Output output, RunListener listener, boolean refresh) {
    List<Problem> problems = new ArrayList<>();
    for (String target : targets) {
      if (!target.startsWith("urn:pulumi:") && !target.contains("*")) {
        problems.add(
            Problem.of(
                "--target",
                "\"" + target + "\" is no URN",
                "copy one from 'mlestate stack export', such as urn:pulumi:dev::app::type::name"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, problems);
    }
    return new RunSettings(
            output.environment(),
            Clock.systemUTC(),
            parallel.value(),
            new RunChoices(refresh, targets, targetDependents, continueOnError),
            Optional.ofNullable(eventLog),
            listener)
        .withInterrupts(output.interrupts());
  }
}
