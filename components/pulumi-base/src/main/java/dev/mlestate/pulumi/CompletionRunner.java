package dev.mlestate.pulumi;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Runner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a program's tasks by counting their completions.
 *
 * <p>The SDK's own runner (com.pulumi:pulumi 1.36.1) polls all tasks under way without a pause and
 * formats a text of them on each turn, which costs more than the rest of a program together. It is
 * still asked at the end, for one task that is already done, so that failures are reported and
 * turned into exit codes as ever.
 */
final class CompletionRunner implements Runner {
  /** How long nothing must be under way before it is believed that nothing more will come. */
  private static final Executor SETTLED =
      CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS);

  private final Runner reporter;
  private final AtomicLong registered = new AtomicLong();
  private final AtomicLong underWay = new AtomicLong();
  private final CompletableFuture<Void> finished = new CompletableFuture<>();

  CompletionRunner(Runner reporter) {
    this.reporter = reporter;
  }

  @Override
  public <T> void registerTask(String description, CompletableFuture<T> task) {
    registered.incrementAndGet();
    underWay.incrementAndGet();
    CompletableFuture<T> unused = task.whenComplete((value, failure) -> completed(failure));
  }

  private void completed(@Nullable Throwable failure) {
    if (failure != null) {
      finished.completeExceptionally(failure);
    }
    if (underWay.decrementAndGet() == 0) {
      finishWhenSettled();
    }
  }

  /** What follows upon a task may register others a moment after the last one was done. */
  private void finishWhenSettled() {
    long before = registered.get();
    SETTLED.execute(
        () -> {
          if (underWay.get() == 0 && registered.get() == before) {
            finished.complete(null);
          }
        });
  }

  @Override
  public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> program) {
    CompletableFuture<T> result = ContextAwareCompletableFuture.supplyAsync(program);
    registerTask("program", result);
    return ContextAwareCompletableFuture.wrap(finished)
        .handle((nothing, failure) -> null)
        .thenCompose(nothing -> reporter.runAsync(() -> outcome(result)));
  }

  private <T> T outcome(CompletableFuture<T> result) {
    finished.join();
    return result.join();
  }
}
