package dev.mlestate.cli;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import picocli.CommandLine.Option;

/** The consent to what cannot be undone. */
final class YesArgument {
  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask; needed where no terminal can answer.")
  private boolean yes;

  /**
   * Returns if the person consents, by the option or by an answer.
   *
   * @param what is about to be done, such as {@code Destroy everything of dev-aws}
   * @param command what asks, such as {@code destroy}
   * @param answer what must be typed
   * @throws ProblemException if the person does not, or no terminal can ask
   */
  void require(Output output, String command, String what, String answer) {
    if (yes) {
      return;
    }
    if (!output.terminal()) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of("", command + ", and no terminal can answer", "add --yes"));
    }
    output.err().print(what + "? Type " + answer + " to go on: ");
    output.err().flush();
    Scanner answers = new Scanner(output.in(), StandardCharsets.UTF_8);
    if (!answers.hasNextLine() || !answers.nextLine().trim().equals(answer)) {
      throw new ProblemException(ErrorKind.CANCELLED, Problem.of("", "nothing was changed"));
    }
  }
}
