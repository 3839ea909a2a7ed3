package dev.mlestate.cli;

import picocli.CommandLine.Option;

/** Whether a run looks first at what is really there. */
final class RefreshArgument {
  @Option(
      names = {"-r", "--refresh"},
      description = "First reads what is really there, so that drift is put right.")
  private boolean refresh;

  boolean value() {
    return refresh;
  }
}
