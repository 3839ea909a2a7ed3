package dev.mlestate.cli;

import picocli.CommandLine.Command;

@Command(
    name = "stack",
    mixinStandardHelpOptions = true,
    description = "Works with the state of a stack.")
final class StackCommand {}
