package dev.mlestate.testkit.program;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentImpl.DeploymentState;
import com.pulumi.test.Mocks;
import com.pulumi.test.internal.MockEngine;
import com.pulumi.test.internal.MockMonitor;
import com.pulumi.test.internal.PulumiTestInternal;
import dev.mlestate.pulumi.PulumiProgram;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs a program on Pulumi's own mocks, as {@code PulumiTest} does, without its busy waiting: of
 * the samples of an estate's registration three in four were taken in that loop.
 */
public final class MockedProgram {
  private MockedProgram() {}

  /**
   * Runs a program to its end.
   *
   * @throws AssertionError if it fails, with what it reported
   */
  public static void run(Mocks mocks, Consumer<Context> program) {
    MockEngine engine = new MockEngine();
    DeploymentState state =
        new DeploymentState(
            new DeploymentImpl.Config(ImmutableMap.of(), ImmutableSet.of()),
            silent(),
            "organization",
            "estate",
            "test",
            "",
            false,
            engine,
            new MockMonitor(mocks, PulumiTestInternal.mockLog(silent())));
    CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    // The SDK keeps the deployment that a thread works for with the thread; this one ends with it.
    Thread starter =
        new Thread(() -> exitCode.complete(PulumiProgram.run(state, program).join()), "mocks");
    starter.setDaemon(true);
    starter.setUncaughtExceptionHandler(
        (thread, failure) -> exitCode.completeExceptionally(failure));
    starter.start();
    int code = exitCode.join();
    if (code != 0 || engine.hasLoggedErrors()) {
      throw new AssertionError(
          "the program failed with exit code " + code + ": " + engine.getErrors());
    }
  }

  /** What a program reports stands in the failure of its test. */
  private static Logger silent() {
    Logger logger = Logger.getAnonymousLogger();
    logger.setLevel(Level.OFF);
    return logger;
  }
}
