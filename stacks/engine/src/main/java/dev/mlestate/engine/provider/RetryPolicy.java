package dev.mlestate.engine.provider;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;

/**
 * How often and after which waits a call is made again: the wait doubles from the first to the
 * longest one, and each is shortened by chance by up to a half, so that calls that failed together
 * do not come again together.
 *
 * @param attempts how often a call is made in all; 1 or more
 * @param first the wait after the first attempt
 * @param longest no wait is longer
 * @param random numbers from 0 to 1
 */
public record RetryPolicy(
    int attempts, Duration first, Duration longest, DoubleSupplier random, Waiting waiting) {
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Six attempts, with waits of 1, 2, 4, 8 and 16 seconds at most. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(
          ATTEMPTS,
          FIRST,
          LONGEST,
          () -> ThreadLocalRandom.current().nextDouble(),
          RetryPolicy::sleep);

  /** Lets time pass. */
  @FunctionalInterface
  public interface Waiting {
    /**
     * Waits, unless it is told to stop.
     *
     * @param stopped completes when waiting is no longer of use
     * @return whether the whole time has passed
     */
    boolean pass(Duration duration, CompletableFuture<Void> stopped);
  }

  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("at least one attempt, not " + attempts);
    }
  }

  /** The same waits, passed in another way. */
  public RetryPolicy withWaiting(Waiting value) {
    return new RetryPolicy(attempts, first, longest, random, value);
  }

  /** The wait after an attempt, of which the first is 1. */
  Duration after(int attempt) {
    Duration whole = first;
    for (int i = 1; i < attempt && whole.compareTo(longest) < 0; i++) {
      whole = whole.multipliedBy(2);
    }
    long millis = Math.min(whole.toMillis(), longest.toMillis());
    return Duration.ofMillis(Math.round(millis * (1 + random.getAsDouble()) / 2));
  }

  private static boolean sleep(Duration duration, CompletableFuture<Void> stopped) {
    try {
      stopped.get(duration.toMillis(), TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException e) {
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
