package dev.mlestate.conformance.differential.launcher;

import dev.mlestate.conformance.differential.Comparison;
import java.util.Arrays;
import java.util.List;
import java.util.logging.LogManager;

/** The command {@code ./scripts/differential}. */
public final class DifferentialLauncher {
  private DifferentialLauncher() {}

  /** Runs the comparison; exits 1 on any difference. */
  public static void main(String[] args) {
    List<String> arguments = Arrays.asList(args);
    // Programs wait for one another in the common pool, which has one thread on two processors.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "8");
    // The SDK and gRPC log what programs that fail on purpose make them do.
    LogManager.getLogManager().reset();
    int code = Comparison.run(arguments, System.out::println);
    System.exit(code);
  }
}
