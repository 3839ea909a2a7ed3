package dev.mlestate.cli;

import dev.mlestate.application.ImportStack;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Replaces the state by what 'stack export' printed, here or by the Pulumi CLI.",
      "Secrets encrypted with a passphrase need that passphrase."
    })
final class ImportCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final StackArguments arguments = new StackArguments();
  @Mixin private final FormatArguments format = new FormatArguments();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The exported state; default: standard input.")
  private @Nullable Path file;

  @Option(
      names = "--force",
      description = "Takes over what is of another stack or does not hold together.")
  private boolean force;

  ImportCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    ImportStack imports = new ImportStack(arguments.stack(output, QuietSettings.of(output)));
    Path source = file;
    output.show(
        imports.run(source == null ? "standard input" : source.toString(), text(source), force),
        format.format());
    return ExitCode.OK;
  }

  private String text(@Nullable Path source) {
    try {
      return source == null
          ? new String(output.in().readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(source);
    } catch (IOException e) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(
              "--file",
              "%s cannot be read (%s)"
                  .formatted(source, e.getClass().getSimpleName().replace("Exception", "")),
              "name a file with what 'stack export' printed"));
    }
  }
}
