package dev.mlestate.simulated.fault;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.CloudException.Kind;
import dev.mlestate.simulated.provider.ResourceRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * Azure. Codes and messages as quoted in public issues, read 2026-11-24: TooManyRequests
 * (Azure/migAz 57), OperationNotAllowed for quotas (Azure/karpenter-provider-azure 192),
 * AllocationFailed (vmware-tanzu/community-edition 3963), SkuNotAvailable
 * (Azure-Samples/azuresandbox 70), AuthorizationFailed (pulumi/pulumi-azure-native 1511).
 * QuotaExceeded of what is no machine, and InternalServerError: general knowledge, not read.
 */
record AzureVoice(String subscription) implements Voice {
  private static final String COMPUTE = "Microsoft.Compute";

  private static String error(int status, String code, String message) {
    return "Status=%d Code=\"%s\" Message=\"%s\"".formatted(status, code, message);
  }

  @Override
  public CloudException throttled(ResourceRequest resource) {
    return new CloudException(
        Kind.THROTTLED, error(429, "TooManyRequests", "The request is being throttled."));
  }

  @Override
  public CloudException quota(ResourceRequest resource, Optional<MachineRequest> machine) {
    return machine
        .map(
            request ->
                Voice.spent(
                    error(
                        409,
                        "OperationNotAllowed",
                        "Operation could not be completed as it results in exceeding approved %s Cores quota. Additional details - Deployment Model: Resource Manager, Current Limit: 0, Current Usage: 0. Submit a request for Quota increase."
                            .formatted(request.machine())),
                    request.machine()))
        .orElseGet(
            () ->
                Voice.spent(
                    error(
                        409,
                        "QuotaExceeded",
                        "The quota of %s in this subscription is exceeded."
                            .formatted(Voice.kind(resource))),
                    Voice.kind(resource)));
  }

  @Override
  public CloudException noCapacity(ResourceRequest resource, MachineRequest machine) {
    String message =
        machine.option().equals(MachineRequest.SPOT)
            ? error(
                409,
                "SkuNotAvailable",
                "The requested VM size for resource 'Following SKUs have failed for Capacity Restrictions: %s' is currently not available. Please try another size or deploy to a different location or different zone. See https://aka.ms/azureskunotavailable for details."
                    .formatted(machine.machine()))
            : error(
                409,
                "AllocationFailed",
                "Allocation failed. We do not have sufficient capacity for the requested VM size in this region. Read more about improving likelihood of allocation success at http://aka.ms/allocation-guidance");
    return Voice.scarce(message, machine, COMPUTE);
  }

  @Override
  public CloudException denied(Call call, ResourceRequest resource) {
    String verb =
        switch (call) {
          case CREATE, UPDATE -> "write";
          case READ -> "read";
          case DELETE -> "delete";
        };
    String kind = Voice.kind(resource);
    return new CloudException(
        Kind.DENIED,
        error(
            403,
            "AuthorizationFailed",
            "The client does not have authorization to perform action '%s/%ss/%s' over scope '/subscriptions/%s' or the scope is invalid. If access was recently granted, please refresh your credentials."
                .formatted(
                    Voice.service(resource),
                    kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1),
                    verb,
                    subscription)));
  }

  @Override
  public CloudException internal() {
    return new CloudException(
        Kind.INTERNAL, error(500, "InternalServerError", "Encountered internal server error."));
  }
}
