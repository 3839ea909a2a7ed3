package dev.mlestate.engine.provider;

import dev.mlestate.engine.state.Urn;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Makes calls of a provider again that failed for a while only.
 *
 * <p>What failed for a while is known by the status alone: {@code RESOURCE_EXHAUSTED} without a
 * detail that speaks of a quota or of machines, {@code UNAVAILABLE}, {@code DEADLINE_EXCEEDED}, and
 * whatever carries a {@code RetryInfo}. After the last two of these codes the call may have been
 * done nevertheless; a creation is made again then, and after {@code INTERNAL}, only if the
 * provider has answered that it knows the step's token, by which it finds what it made.
 */
public final class Retries {
  private static final Duration NEW = Duration.ofMinutes(10);
  private static final int REREADS = 3;
  private static final int SHORTER = 10;

  private final RetryPolicy policy;
  private final Clock clock;
  private final Listener listener;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  /** Hears of calls that are made again. */
  @FunctionalInterface
  public interface Listener {
    void retrying(String urn, String message);
  }

  public Retries(RetryPolicy policy, Clock clock, Listener listener) {
    this.policy = policy;
    this.clock = clock;
    this.listener = listener;
  }

  /** Ends all waits: what failed has failed from now on. */
  void stop() {
    stopped.complete(null);
  }

  /**
   * Calls a provider about a resource.
   *
   * @param creates whether the call makes something, so that making it twice would be wrong
   * @param seconds how long all attempts may take; 0: as long as the policy lets them
   */
  <T> T call(String urn, boolean creates, double seconds, Supplier<T> call) {
    Instant start = clock.instant();
    Duration allowed = Duration.ofMillis(Math.round(seconds * 1000));
    int attempt = 1;
    while (true) {
      try {
        return call.get();
      } catch (StatusRuntimeException e) {
        ProviderFault fault = ProviderFault.of(e);
        Optional<Duration> wait =
            attempt < policy.attempts() && fault.retriable(creates, !allowed.isZero())
                ? Optional.of(fault.after(policy.after(attempt)))
                : Optional.empty();
        boolean inTime =
            wait.isPresent()
                && (allowed.isZero()
                    || Duration.between(start, clock.instant()).plus(wait.get()).compareTo(allowed)
                        < 0);
        if (!inTime || stopped.isDone()) {
          throw e;
        }
        attempt++;
        listener.retrying(urn, message(urn, e, wait.get(), attempt));
        if (!policy.waiting().pass(wait.get(), stopped)) {
          throw e;
        }
      }
    }
  }

  /** A call that makes nothing, without a limit of its own. */
  <T> T call(String urn, Supplier<T> call) {
    return call(urn, false, 0, call);
  }

  /**
   * Reads a resource, and reads again where one that was made a short while ago is not to be seen:
   * clouds show what they made with a delay.
   *
   * @param created when it was made, if that is known
   */
  Reading read(String urn, Optional<Instant> created, Supplier<Reading> read) {
    Reading reading = read.get();
    boolean fresh = created.filter(at -> at.plus(NEW).isAfter(clock.instant())).isPresent();
    for (int i = 1; fresh && gone(reading) && i <= REREADS; i++) {
      if (!policy.waiting().pass(policy.after(i).dividedBy(SHORTER), stopped)) {
        return reading;
      }
      reading = read.get();
    }
    return reading;
  }

  private static boolean gone(Reading reading) {
    return reading.id().isEmpty() || reading.outputs().isEmpty();
  }

  private String message(String urn, StatusRuntimeException e, Duration wait, int attempt) {
    return String.format(
        Locale.ROOT,
        "%s: %s; retrying in %.1f s, attempt %d of %d",
        name(urn),
        ProviderErrors.message(e),
        wait.toMillis() / 1000.0,
        attempt,
        policy.attempts());
  }

  private static String name(String urn) {
    return urn.isEmpty() ? "a function" : new Urn(urn).type() + " " + new Urn(urn).name();
  }
}
