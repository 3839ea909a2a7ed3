package dev.mlestate.conformance.replacement.launcher;

import dev.mlestate.conformance.replacement.ReplacementCommand;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** The replacement run from the shell. */
public final class Replacements {
  private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private Replacements() {}

  /** Runs it; {@code mlestate.home} is the checkout. */
  public static void main(String[] args) {
    LogManager.getLogManager().reset();
    // On one or two CPUs the pool has no worker of its own, and the SDK livelocks on JDK 25.
    if (System.getProperty(PARALLELISM) == null) {
      System.setProperty(PARALLELISM, "4");
    }
    Path environments = Path.of(System.getProperty("mlestate.home", ".")).resolve("environments");
    System.exit(new ReplacementCommand(environments, System.out, System.err).run(args));
  }
}
