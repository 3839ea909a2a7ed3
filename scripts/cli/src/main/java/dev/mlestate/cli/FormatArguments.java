package dev.mlestate.cli;

import picocli.CommandLine.Option;

/** How a result is written. */
final class FormatArguments {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "pretty",
      description = "pretty, markdown or json; default: ${DEFAULT-VALUE}.")
  private Format format = Format.PRETTY;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  Format format() {
    return json ? Format.JSON : format;
  }
}
