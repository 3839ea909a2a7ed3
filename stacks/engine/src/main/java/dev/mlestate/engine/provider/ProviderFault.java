package dev.mlestate.engine.provider;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import com.google.rpc.QuotaFailure;
import com.google.rpc.RetryInfo;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Scarcity;
import dev.mlestate.wire.StepTokens;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's error status says beside its message.
 *
 * @param quota whether an account's quota is spent
 * @param scarcity the machines that the cloud does not have
 * @param retryDelay after which time the provider wants to be asked again
 * @param knowsToken whether the provider answers a step's token with what it has made for it
 */
record ProviderFault(
    Status.Code code,
    boolean quota,
    Optional<Scarcity> scarcity,
    Optional<Duration> retryDelay,
    boolean knowsToken) {
  /** The reason, with vmType and zone, that Compute Engine gives (kubernetes/k8s.io issue 9834). */
  private static final String NO_CAPACITY = "resource_availability";

  static ProviderFault of(StatusRuntimeException error) {
    com.google.rpc.@Nullable Status status = StatusProto.fromThrowable(error);
    @Nullable Metadata trailers = error.getTrailers();
    return new ProviderFault(
        error.getStatus().getCode(),
        detail(status, QuotaFailure.class).isPresent(),
        detail(status, ErrorInfo.class)
            .filter(info -> info.getReason().equals(NO_CAPACITY))
            .map(info -> scarcity(info.getMetadataMap())),
        detail(status, RetryInfo.class)
            .map(RetryInfo::getRetryDelay)
            .map(delay -> Duration.ofSeconds(delay.getSeconds(), delay.getNanos())),
        trailers != null && trailers.containsKey(StepTokens.TOKEN));
  }

  private static Scarcity scarcity(Map<String, String> metadata) {
    return new Scarcity(
        metadata.getOrDefault("vmType", ""),
        metadata.getOrDefault("zone", ""),
        metadata.getOrDefault("purchaseOption", ""));
  }

  private static <T extends Message> Optional<T> detail(
      com.google.rpc.@Nullable Status status, Class<T> type) {
    if (status == null) {
      return Optional.empty();
    }
    for (Any detail : status.getDetailsList()) {
      if (detail.is(type)) {
        try {
          return Optional.of(detail.unpack(type));
        } catch (InvalidProtocolBufferException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** What kind of failure it is when the call is not made again. */
  Failure.Kind kind() {
    if (scarcity.isPresent()) {
      return Failure.Kind.NO_CAPACITY;
    }
    if (quota) {
      return Failure.Kind.QUOTA;
    }
    return switch (code) {
      case DEADLINE_EXCEEDED -> Failure.Kind.TIMEOUT;
      case PERMISSION_DENIED, UNAUTHENTICATED -> Failure.Kind.DENIED;
      case OK,
          CANCELLED,
          UNKNOWN,
          INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          RESOURCE_EXHAUSTED,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNIMPLEMENTED,
          INTERNAL,
          UNAVAILABLE,
          DATA_LOSS ->
          Failure.Kind.STEP;
    };
  }

  /** Whether a call that ended so may have been done. */
  boolean maybeDone() {
    return code == Status.Code.UNAVAILABLE
        || code == Status.Code.DEADLINE_EXCEEDED
        || code == Status.Code.INTERNAL
        || code == Status.Code.CANCELLED;
  }

  /**
   * Whether the same call may succeed later, and may be made again.
   *
   * @param limited whether the caller set a time limit, which a late answer has used up
   */
  boolean retriable(boolean creates, boolean limited) {
    if (retryDelay.isPresent()) {
      return true;
    }
    boolean repeatable = !creates || knowsToken;
    return switch (code) {
      case RESOURCE_EXHAUSTED -> !quota && scarcity.isEmpty();
      case UNAVAILABLE -> repeatable;
      case DEADLINE_EXCEEDED -> repeatable && !limited;
      case INTERNAL -> creates && knowsToken;
      case OK,
          CANCELLED,
          UNKNOWN,
          INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNIMPLEMENTED,
          DATA_LOSS,
          UNAUTHENTICATED ->
          false;
    };
  }

  /** The wait, which is at least as long as the provider wants. */
  Duration after(Duration wait) {
    return retryDelay.filter(delay -> delay.compareTo(wait) > 0).orElse(wait);
  }
}
