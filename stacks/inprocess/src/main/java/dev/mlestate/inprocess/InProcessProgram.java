package dev.mlestate.inprocess;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Struct;
import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentImpl.DeploymentState;
import dev.mlestate.engine.program.Program;
import dev.mlestate.engine.program.ProgramEnvironment;
import dev.mlestate.pulumi.PulumiProgram;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A Pulumi program that runs within this JVM: what an application hands to {@code Pulumi.run}. Any
 * number of them may run at a time.
 */
public final class InProcessProgram implements Program {
  /** What a process that was killed exits with. */
  private static final int KILLED = 137;

  private final Consumer<Context> stack;
  private final Map<String, UnaryOperator<Struct>> answers;

  private InProcessProgram(Consumer<Context> stack, Map<String, UnaryOperator<Struct>> answers) {
    this.stack = stack;
    this.answers = answers;
  }

  /** The program that registers a stack's resources. */
  public static InProcessProgram of(Consumer<Context> stack) {
    return new InProcessProgram(stack, Map.of());
  }

  /** The same program; these functions of providers, by token, are answered without them. */
  public InProcessProgram answering(Map<String, UnaryOperator<Struct>> functions) {
    return new InProcessProgram(stack, Map.copyOf(functions));
  }

  @Override
  public boolean inProcess() {
    return true;
  }

  @Override
  public Running start(ProgramEnvironment environment) {
    EngineConnection connection = EngineConnection.to(environment.address(), answers);
    RunningProgram running = new RunningProgram(connection, stack);
    DeploymentState state = state(environment, connection);
    // The SDK keeps the deployment that a thread works for with the thread; this one ends with it.
    Thread starter =
        new Thread(
            () -> running.follow(PulumiProgram.run(state, running::program)), "pulumi-program");
    starter.setDaemon(true);
    starter.start();
    return running;
  }

  private static DeploymentState state(
      ProgramEnvironment environment, EngineConnection connection) {
    return new DeploymentState(
        new DeploymentImpl.Config(
            ImmutableMap.copyOf(environment.config()),
            ImmutableSet.copyOf(environment.secretKeys())),
        silent(),
        environment.organization(),
        environment.project(),
        environment.stack(),
        "",
        environment.preview(),
        connection,
        connection);
  }

  /** The engine is told all that the SDK logs; a test's console need not hear it a second time. */
  private static Logger silent() {
    Logger logger = Logger.getAnonymousLogger();
    logger.setLevel(Level.OFF);
    return logger;
  }

  private static final class RunningProgram implements Running {
    private final EngineConnection connection;
    private final Consumer<Context> stack;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private boolean killed;
    private @Nullable Thread worker;

    RunningProgram(EngineConnection connection, Consumer<Context> stack) {
      this.connection = connection;
      this.stack = stack;
    }

    void program(Context context) {
      if (!begin()) {
        return;
      }
      try {
        stack.accept(context);
      } finally {
        end();
      }
    }

    private synchronized boolean begin() {
      worker = Thread.currentThread();
      return !killed;
    }

    private synchronized void end() {
      worker = null;
      if (killed) {
        // The interruption was the program's, not that of whatever the pool's thread does next.
        Thread.interrupted();
      }
    }

    void follow(CompletableFuture<Integer> exitCode) {
      CompletableFuture<Integer> unused =
          exitCode.whenComplete(
              (code, failure) -> {
                outcome.complete(
                    failure == null
                        ? new Outcome(code, "")
                        : new Outcome(1, String.valueOf(failure.getMessage())));
                connection.cut();
              });
    }

    @Override
    public CompletableFuture<Outcome> outcome() {
      return outcome;
    }

    @Override
    public synchronized void kill() {
      killed = true;
      outcome.complete(new Outcome(KILLED, "the program was killed"));
      connection.cut();
      if (worker != null) {
        worker.interrupt();
      }
    }
  }
}
