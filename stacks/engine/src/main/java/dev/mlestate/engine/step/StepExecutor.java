package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Failure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does chains of steps, several chains at a time; after a failure no new step begins. */
final class StepExecutor implements AutoCloseable {
  private static final long SHUTDOWN_SECONDS = 60;

  private final StepRunner runner;
  private final ExecutorService pool;
  private final Phaser inFlight = new Phaser(1);
  private volatile @Nullable Failure failure;

  StepExecutor(StepRunner runner, int parallel) {
    this.runner = runner;
    this.pool =
        Executors.newFixedThreadPool(
            parallel,
            task -> {
              Thread thread = new Thread(task, "step");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does steps one after the other; the result fails if one of them does or the run has stopped.
   */
  CompletableFuture<Void> execute(List<Step> chain) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    inFlight.register();
    pool.execute(
        () -> {
          try {
            for (Step step : chain) {
              stopIfFailed();
              runner.run(step);
            }
            done.complete(null);
          } catch (RunFailedException e) {
            stop(e.failure());
            done.completeExceptionally(e);
          } catch (RuntimeException | Error e) {
            // Whoever waits for this chain must learn of it, whatever it is.
            Failure reason = new Failure(Failure.Kind.STEP, "", "internal error: " + e);
            stop(reason);
            done.completeExceptionally(new RunFailedException(reason));
          } finally {
            inFlight.arriveAndDeregister();
          }
        });
    return done;
  }

  /** Like {@link #execute}, but a failure does not keep other steps from being done. */
  CompletableFuture<Void> executeAlone(Step step) {
    return CompletableFuture.runAsync(
        () -> {
          stopIfFailed();
          runner.run(step);
        },
        pool);
  }

  /** Does something of its own, as soon as there is a thread for it. */
  <T> CompletableFuture<T> submit(Supplier<T> action) {
    return CompletableFuture.supplyAsync(
        () -> {
          stopIfFailed();
          return action.get();
        },
        pool);
  }

  private void stopIfFailed() {
    Failure reason = failure;
    if (reason != null) {
      throw new RunFailedException(reason);
    }
  }

  /** Lets no new step begin; the first reason counts. */
  synchronized void stop(Failure reason) {
    if (failure == null) {
      failure = reason;
    }
  }

  Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Waits for the steps in flight. */
  void awaitIdle() {
    inFlight.arriveAndAwaitAdvance();
  }

  @Override
  public void close() {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
