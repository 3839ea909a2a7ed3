package dev.mlestate.cli;

import dev.mlestate.application.DestroyEstate;
import dev.mlestate.application.Outcome;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "destroy",
    mixinStandardHelpOptions = true,
    description = "Deletes everything of an environment from its simulated cloud.")
final class DestroyCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final RunArguments arguments = new RunArguments();
  @Mixin private final FormatArguments format = new FormatArguments();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask; needed where no terminal can answer.")
  private boolean yes;

  DestroyCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ConsoleListener listener = new ConsoleListener(output, format.format());
    if (!yes && !confirmed()) {
      throw new ProblemException(ErrorKind.CANCELLED, Problem.of("", "nothing was destroyed"));
    }
    Outcome outcome = new DestroyEstate(arguments.context(output, listener)).run();
    if (format.format() == Format.JSON) {
      output.out().println(outcome.json());
    }
    return ExitCode.of(outcome.failure());
  }

  private boolean confirmed() {
    if (!output.terminal()) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(
              "", "destroy asks before it deletes, and no terminal can answer", "add --yes"));
    }
    String stack = arguments.environment().workspace(output).stack();
    output.err().print("Destroy everything of " + stack + "? Type its name to go on: ");
    output.err().flush();
    Scanner answers = new Scanner(output.in(), StandardCharsets.UTF_8);
    return answers.hasNextLine() && answers.nextLine().trim().equals(stack);
  }
}
