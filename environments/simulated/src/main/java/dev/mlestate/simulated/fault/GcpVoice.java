package dev.mlestate.simulated.fault;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.CloudException.Kind;
import dev.mlestate.simulated.provider.ResourceRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * Google Cloud. Codes and messages as quoted in public issues, read 2026-11-24: the 429 of a quota
 * metric (GoogleCloudPlatform/python-docs-samples 3482), ZONE_RESOURCE_POOL_EXHAUSTED
 * (googlefonts/fontbakery-dashboard 81), of node pools with GCE_STOCKOUT
 * (hashicorp/terraform-provider-google 10121), a reservation's 429 (GoogleCloudPlatform/gsutil
 * 1000), a quota's name and limit (scylladb/scylla-cluster-tests 3649). The 403 and 500 in the
 * client's form: general knowledge, not read.
 */
record GcpVoice(String project) implements Voice {
  private static final String COMPUTE = "compute.googleapis.com";

  @Override
  public CloudException throttled(ResourceRequest resource) {
    return new CloudException(
        Kind.THROTTLED,
        "googleapi: Error 429: Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute' of service '%s.googleapis.com' for consumer 'projects/%s'., rateLimitExceeded"
            .formatted(Voice.service(resource), project));
  }

  @Override
  public CloudException quota(ResourceRequest resource, Optional<MachineRequest> machine) {
    String metric =
        machine
            .map(request -> family(request.machine()) + "_CPUS")
            .orElseGet(() -> Voice.kind(resource).toUpperCase(Locale.ROOT) + "S");
    String region =
        machine.stream()
            .flatMap(request -> request.zones().stream())
            .findFirst()
            .map(zone -> " in region " + zone.substring(0, Math.max(0, zone.lastIndexOf('-'))))
            .orElse(" globally");
    return Voice.spent(
        "googleapi: Error 403: Quota '%s' exceeded.  Limit: 0.0%s., quotaExceeded"
            .formatted(metric, region),
        metric);
  }

  private static String family(String machine) {
    return machine.split("-", -1)[0].toUpperCase(Locale.ROOT);
  }

  @Override
  public CloudException noCapacity(ResourceRequest resource, MachineRequest machine) {
    if (machine.option().equals(MachineRequest.RESERVATION)) {
      return Voice.scarce(
          "googleapi: Error 429: Reservation does not have enough resources for the request: it is insufficient for %s at zone \"%s\": short of machines of type %s"
              .formatted(resource.name(), machine.place(), machine.machine()),
          machine,
          COMPUTE);
    }
    String exhausted =
        "The zone 'projects/%s/zones/%s' does not have enough resources available to fulfill the request.  Try a different zone, or try again later."
            .formatted(project, machine.place());
    String message =
        Voice.kind(resource).equals("NodePool")
            ? "Error waiting for creating GKE NodePool: Google Compute Engine: Not all instances running in IGM. Current errors: [GCE_STOCKOUT]: Instance creation failed: "
                + exhausted
            : "ZONE_RESOURCE_POOL_EXHAUSTED: " + exhausted;
    return Voice.scarce(message, machine, COMPUTE);
  }

  @Override
  public CloudException denied(Call call, ResourceRequest resource) {
    String verb =
        switch (call) {
          case CREATE -> "create";
          case READ -> "get";
          case UPDATE -> "update";
          case DELETE -> "delete";
        };
    String kind = Voice.kind(resource);
    String collection = kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1) + "s";
    return new CloudException(
        Kind.DENIED,
        "googleapi: Error 403: Required '%s.%s.%s' permission for 'projects/%s', forbidden"
            .formatted(Voice.service(resource), collection, verb, project));
  }

  @Override
  public CloudException internal() {
    return new CloudException(Kind.INTERNAL, "googleapi: Error 500: Internal error, backendError");
  }
}
