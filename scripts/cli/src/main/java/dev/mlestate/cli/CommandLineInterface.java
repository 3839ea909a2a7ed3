package dev.mlestate.cli;

import dev.mlestate.application.Interrupts;
import dev.mlestate.problem.ProblemException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** The command line, apart from any process: output, environment and terminal are given. */
public final class CommandLineInterface {
  private final Output output;

  /**
   * Creates it.
   *
   * @param home the folder that mlestate is installed in
   * @param in answers to questions
   * @param out for results
   * @param err for everything else
   * @param environment the environment variables
   * @param terminal whether a person watches and can answer
   * @param interrupts end the run under way
   */
  public CommandLineInterface(
      Path home,
      InputStream in,
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      boolean terminal,
      Interrupts interrupts) {
    this.output = new Output(home, in, out, err, new TreeMap<>(environment), terminal, interrupts);
  }

  /** Runs a command and returns the exit code. */
  public int run(String... arguments) {
    CommandLine commandLine =
        new CommandLine(new RootCommand())
            .addSubcommand(new ValidateCommand(output))
            .addSubcommand(new PlanCommand(output))
            .addSubcommand(new PreviewCommand(output))
            .addSubcommand(new UpCommand(output))
            .addSubcommand(new CompareCommand(output))
            .addSubcommand(new CapabilitiesCommand(output))
            .addSubcommand(new RefreshCommand(output))
            .addSubcommand(new DestroyCommand(output))
            .addSubcommand(
                new CommandLine(new StackCommand())
                    .addSubcommand(new ExportCommand(output))
                    .addSubcommand(new ImportCommand(output)))
            .addSubcommand(
                new CommandLine(new StateCommand())
                    .addSubcommand(new StateRepairCommand(output))
                    .addSubcommand(new StateDeleteCommand(output))
                    .addSubcommand(new StateRenameCommand(output))
                    .addSubcommand(new StateUnprotectCommand(output))
                    .addSubcommand(new StateUnlockCommand(output)))
            .addSubcommand(new SimulateCommand(output));
    commandLine
        .setOut(output.out())
        .setErr(output.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setColorScheme(colours())
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure));
    return commandLine.execute(arguments);
  }

  private CommandLine.Help.ColorScheme colours() {
    boolean coloured = output.terminal() && !output.environment().containsKey("NO_COLOR");
    return CommandLine.Help.defaultColorScheme(
        coloured ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF);
  }

  private int explain(Exception failure) {
    if (failure instanceof ProblemException problems) {
      new ProblemPrinter(output.err()).print(problems.problems());
      return ExitCode.of(problems.kind());
    }
    output.note("error: mlestate failed unexpectedly: " + failure);
    if (output.environment().containsKey("MLESTATE_DEBUG")) {
      failure.printStackTrace(output.err());
      output.err().flush();
    } else {
      output.note("       set MLESTATE_DEBUG=1 for the stack trace, and please report it");
    }
    return ExitCode.INTERNAL;
  }
}
