package dev.mlestate.benchmark.launcher;

import com.pulumi.Pulumi;
import dev.mlestate.benchmark.program.BucketsProgram;

/** The program as Pulumi's own documentation has it. */
public final class StockProgram {
  private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private StockProgram() {}

  public static void main(String[] args) {
    // On one or two CPUs the pool has no worker of its own, and the SDK livelocks on JDK 25.
    if (System.getProperty(PARALLELISM) == null) {
      System.setProperty(PARALLELISM, "4");
    }
    Pulumi.run(new BucketsProgram());
  }
}
