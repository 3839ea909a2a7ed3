package dev.mlestate.engine.provider;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.ErrorResourceInitFailed;

/** What a provider's gRPC errors say. */
final class ProviderErrors {
  private ProviderErrors() {}

  /** A resource that exists although its creation or update failed. */
  record Partial(String id, Struct properties, Optional<Struct> inputs, List<String> reasons) {}

  static ProviderException of(StatusRuntimeException error) {
    return new ProviderException(message(error), ProviderFault.of(error), error);
  }

  static String message(StatusRuntimeException error) {
    @Nullable String description = error.getStatus().getDescription();
    return description == null || description.isEmpty()
        ? "the provider failed: " + error.getStatus().getCode()
        : description;
  }

  /**
   * The resource that a failed operation left.
   *
   * @throws ProviderException if it left none
   */
  static Partial partial(StatusRuntimeException error) {
    com.google.rpc.@Nullable Status status = StatusProto.fromThrowable(error);
    if (status != null) {
      for (Any detail : status.getDetailsList()) {
        if (detail.is(ErrorResourceInitFailed.class)) {
          return partial(detail, error);
        }
      }
    }
    throw of(error);
  }

  private static Partial partial(Any detail, StatusRuntimeException error) {
    try {
      ErrorResourceInitFailed failed = detail.unpack(ErrorResourceInitFailed.class);
      List<String> reasons = failed.getReasonsList();
      return new Partial(
          failed.getId(),
          failed.getProperties(),
          failed.hasInputs() ? Optional.of(failed.getInputs()) : Optional.empty(),
          reasons.isEmpty() ? List.of(String.valueOf(of(error).getMessage())) : reasons);
    } catch (InvalidProtocolBufferException e) {
      throw of(error);
    }
  }
}
