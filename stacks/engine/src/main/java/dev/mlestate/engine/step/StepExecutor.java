package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Failure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does chains of steps, several chains at a time. After a failure no new step begins, unless the
 * run goes on with what does not depend on the resource that failed.
 */
final class StepExecutor implements AutoCloseable {
  private static final long SHUTDOWN_SECONDS = 60;

  private final StepRunner runner;
  private final boolean continueOnError;
  private final ExecutorService pool;
  private final Phaser inFlight = new Phaser(1);
  private final Set<String> failedUrns = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Failure failure;
  private volatile @Nullable Failure tolerated;

  StepExecutor(StepRunner runner, int parallel, boolean continueOnError) {
    this.runner = runner;
    this.continueOnError = continueOnError;
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
              perform(step, continueOnError);
            }
            done.complete(null);
          } catch (RunFailedException e) {
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

  /**
   * Does one step.
   *
   * @param tolerant whether others begin even if it fails
   */
  CompletableFuture<Void> execute(Step step, boolean tolerant) {
    return CompletableFuture.runAsync(() -> perform(step, tolerant || continueOnError), pool);
  }

  private void perform(Step step, boolean tolerant) {
    stopIfFailed();
    try {
      runner.run(step);
    } catch (RunFailedException e) {
      if (tolerant) {
        tolerate(step.resource().urn(), e.failure());
      } else {
        stop(e.failure());
      }
      throw e;
    }
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

  private synchronized void tolerate(String urn, Failure reason) {
    failedUrns.add(urn);
    if (tolerated == null) {
      tolerated = reason;
    }
  }

  /** Counts a resource among those that failed, because something that it needs has. */
  void skip(String urn) {
    failedUrns.add(urn);
  }

  /** The resources that failed while the run went on, and those that were skipped because of it. */
  Set<String> failedUrns() {
    return failedUrns;
  }

  /** Why no new step begins. */
  Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Why the run has failed, whether or not it went on. */
  Optional<Failure> anyFailure() {
    return failure().or(() -> Optional.ofNullable(tolerated));
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
