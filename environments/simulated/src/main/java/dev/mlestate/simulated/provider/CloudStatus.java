package dev.mlestate.simulated.provider;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import com.google.rpc.QuotaFailure;
import dev.mlestate.simulated.CloudException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says in gRPC's terms of which kind a cloud's refusal is: by the status code, and where one code
 * stands for several kinds by a detail of google.rpc. A quota is a {@code QuotaFailure}; machines
 * that cannot be had are an {@code ErrorInfo} with the reason and the names that Compute Engine
 * itself gives, {@code resource_availability} with {@code vmType} and {@code zone}
 * (kubernetes/k8s.io issue 9834, read 2026-11-24), and our {@code purchaseOption}.
 */
final class CloudStatus {
  private static final String NO_CAPACITY = "resource_availability";
  private static final String SERVICE = "service";

  private CloudStatus() {}

  static StatusRuntimeException of(CloudException refusal) {
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(code(refusal.kind()).value())
            .setMessage(String.valueOf(refusal.getMessage()));
    detail(refusal).ifPresent(detail -> status.addDetails(Any.pack(detail)));
    return StatusProto.toStatusRuntimeException(status.build());
  }

  private static Status.Code code(CloudException.Kind kind) {
    return switch (kind) {
      case REFUSED -> Status.Code.UNKNOWN;
      case THROTTLED, QUOTA, NO_CAPACITY -> Status.Code.RESOURCE_EXHAUSTED;
      case TIMEOUT -> Status.Code.DEADLINE_EXCEEDED;
      case DENIED -> Status.Code.PERMISSION_DENIED;
      case INTERNAL -> Status.Code.INTERNAL;
    };
  }

  private static Optional<Message> detail(CloudException refusal) {
    return switch (refusal.kind()) {
      case QUOTA ->
          Optional.of(
              QuotaFailure.newBuilder()
                  .addViolations(
                      QuotaFailure.Violation.newBuilder()
                          .setSubject(refusal.details().getOrDefault("subject", ""))
                          .setDescription(String.valueOf(refusal.getMessage())))
                  .build());
      case NO_CAPACITY -> {
        Map<String, String> metadata = new TreeMap<>(refusal.details());
        String service = metadata.remove(SERVICE);
        yield Optional.of(
            ErrorInfo.newBuilder()
                .setReason(NO_CAPACITY)
                .setDomain(service == null ? "" : service)
                .putAllMetadata(metadata)
                .build());
      }
      case REFUSED, THROTTLED, TIMEOUT, DENIED, INTERNAL -> Optional.empty();
    };
  }
}
