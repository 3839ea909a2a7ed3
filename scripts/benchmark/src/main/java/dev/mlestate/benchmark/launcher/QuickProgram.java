package dev.mlestate.benchmark.launcher;

import dev.mlestate.benchmark.program.BucketsProgram;
import dev.mlestate.pulumi.PulumiProgram;

/** The same program on mlestate's runner. */
public final class QuickProgram {
  private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private QuickProgram() {}

  public static void main(String[] args) {
    if (System.getProperty(PARALLELISM) == null) {
      System.setProperty(PARALLELISM, "4");
    }
    System.exit(PulumiProgram.run(new BucketsProgram()));
  }
}
