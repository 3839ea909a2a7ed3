package dev.mlestate.estate.launcher;

import dev.mlestate.estate.EstateProgram;
import dev.mlestate.pulumi.PulumiProgram;
import java.util.logging.LogManager;

/** The program that Pulumi's engine starts, with the engine's address in its environment. */
public final class Main {
  private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private Main() {}

  /** Runs the program; the process ends with Pulumi's exit code. */
  public static void main(String[] args) {
    // What goes wrong is reported through the engine; the SDK's own logging would repeat it.
    LogManager.getLogManager().reset();
    // On one or two CPUs the pool has no worker of its own, and the SDK livelocks on JDK 25.
    if (System.getProperty(PARALLELISM) == null) {
      System.setProperty(PARALLELISM, "4");
    }
    System.exit(PulumiProgram.run(new EstateProgram()));
  }
}
