package dev.mlestate.cli;

import picocli.CommandLine.Command;

@Command(
    name = "state",
    mixinStandardHelpOptions = true,
    description = {
      "Repairs and edits the state of a stack. The cloud is not asked and not touched.",
      "Each command asks on a terminal and needs --yes without one."
    })
final class StateCommand {}
