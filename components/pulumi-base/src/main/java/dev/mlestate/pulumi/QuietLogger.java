package dev.mlestate.pulumi;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.resources.Resource;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what a person may read and drops the rest.
 *
 * <p>The SDK (com.pulumi:pulumi 1.36.1) sends its engine four debugging messages for each resource,
 * one after the other and each a call of its own: four of five calls that a program makes, for
 * texts that are thrown away unless the engine was asked for them.
 */
final class QuietLogger implements EngineLogger {
  private final EngineLogger engine;

  QuietLogger(EngineLogger engine) {
    this.engine = engine;
  }

  @Override
  public CompletableFuture<Void> logAsync(
      Level level,
      String message,
      @Nullable Resource resource,
      @Nullable Integer streamId,
      @Nullable Boolean ephemeral) {
    return level.intValue() < Level.INFO.intValue()
        ? ContextAwareCompletableFuture.completedFuture(null)
        : engine.logAsync(level, message, resource, streamId, ephemeral);
  }

  @Override
  public int getErrorCount() {
    return engine.getErrorCount();
  }

  @Override
  public boolean hasLoggedErrors() {
    return engine.hasLoggedErrors();
  }
}
