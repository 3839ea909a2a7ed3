package dev.mlestate.gcp.serving;

import dev.mlestate.pulumi.RawType;

/** Forms of resources that serve, which the SDK's classes do not know. */
final class ServingTypes {
  private static final String CHANGELOG = "google-beta provider, CHANGELOG, read 2026-11-24: ";

  /** Private Service Connect with addresses of the network's own, and recorded traffic. */
  static final RawType ENDPOINT =
      new RawType(
          "gcp:vertex/aiEndpoint:AiEndpoint",
          "9.7.0",
          CHANGELOG + "7.10.0 adds psc_automation_configs; the first plugin known to be later");

  /** GPUs. */
  static final RawType SERVICE =
      new RawType(
          "gcp:cloudrunv2/service:Service",
          "8.26.0",
          CHANGELOG + "6.28.0 adds gpu_zonal_redundancy_disabled; the first known to be later");

  private ServingTypes() {}
}
