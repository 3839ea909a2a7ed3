package dev.mlestate.cli;

import picocli.CommandLine.Option;

/** Whether the rules are asked. */
final class PoliciesArgument {
  @Option(
      names = "--no-policies",
      description = "Does not ask the rules of the environment, and says so.")
  private boolean skipped;

  boolean judges() {
    return !skipped;
  }
}
