package dev.mlestate.gcp.cluster;

import com.pulumi.gcp.container.inputs.ClusterAddonsConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterAddonsConfigDnsCacheConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterAddonsConfigGcePersistentDiskCsiDriverConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterAddonsConfigGcsFuseCsiDriverConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterAddonsConfigHorizontalPodAutoscalingArgs;
import com.pulumi.gcp.container.inputs.ClusterAddonsConfigHttpLoadBalancingArgs;
import com.pulumi.gcp.container.inputs.ClusterLoggingConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterMaintenancePolicyArgs;
import com.pulumi.gcp.container.inputs.ClusterMaintenancePolicyRecurringWindowArgs;
import com.pulumi.gcp.container.inputs.ClusterMasterAuthArgs;
import com.pulumi.gcp.container.inputs.ClusterMasterAuthClientCertificateConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterMasterAuthorizedNetworksConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterMasterAuthorizedNetworksConfigCidrBlockArgs;
import com.pulumi.gcp.container.inputs.ClusterMonitoringConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterMonitoringConfigManagedPrometheusArgs;
import com.pulumi.gcp.container.inputs.ClusterPrivateClusterConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterPrivateClusterConfigMasterGlobalAccessConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterSecurityPostureConfigArgs;
import java.util.List;

/** Settings that are the same for every cluster. */
final class ClusterSettings {
  private ClusterSettings() {}

  /** Neither nodes nor the API have a public address. */
  static ClusterPrivateClusterConfigArgs isolated(String controlPlaneCidr) {
    return ClusterPrivateClusterConfigArgs.builder()
        .enablePrivateNodes(true)
        .enablePrivateEndpoint(true)
        .masterIpv4CidrBlock(controlPlaneCidr)
        .masterGlobalAccessConfig(
            ClusterPrivateClusterConfigMasterGlobalAccessConfigArgs.builder()
                .enabled(false)
                .build())
        .build();
  }

  /** Named networks reach the API, beside the nodes' own; Google's public addresses do not. */
  static ClusterMasterAuthorizedNetworksConfigArgs reachedFrom(List<String> cidrs) {
    ClusterMasterAuthorizedNetworksConfigArgs.Builder args =
        ClusterMasterAuthorizedNetworksConfigArgs.builder().gcpPublicCidrsAccessEnabled(false);
    if (!cidrs.isEmpty()) {
      args.cidrBlocks(
          cidrs.stream()
              .map(
                  cidr ->
                      ClusterMasterAuthorizedNetworksConfigCidrBlockArgs.builder()
                          .cidrBlock(cidr)
                          .displayName(cidr.replace('/', '-'))
                          .build())
              .toList());
    }
    return args.build();
  }

  /** Nobody signs in with a certificate or a password. */
  static ClusterMasterAuthArgs identitiesOnly() {
    return ClusterMasterAuthArgs.builder()
        .clientCertificateConfig(
            ClusterMasterAuthClientCertificateConfigArgs.builder()
                .issueClientCertificate(false)
                .build())
        .build();
  }

  static ClusterLoggingConfigArgs logs() {
    return ClusterLoggingConfigArgs.builder()
        .enableComponents(
            "SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER", "CONTROLLER_MANAGER", "SCHEDULER")
        .build();
  }

  static ClusterMonitoringConfigArgs metrics() {
    return ClusterMonitoringConfigArgs.builder()
        .enableComponents("SYSTEM_COMPONENTS")
        .managedPrometheus(
            ClusterMonitoringConfigManagedPrometheusArgs.builder().enabled(true).build())
        .build();
  }

  static ClusterSecurityPostureConfigArgs posture() {
    return ClusterSecurityPostureConfigArgs.builder()
        .mode("BASIC")
        .vulnerabilityMode("VULNERABILITY_BASIC")
        .build();
  }

  /** Volumes, buckets as file systems, name lookups near the pods. */
  static ClusterAddonsConfigArgs addons() {
    return ClusterAddonsConfigArgs.builder()
        .dnsCacheConfig(ClusterAddonsConfigDnsCacheConfigArgs.builder().enabled(true).build())
        .gcePersistentDiskCsiDriverConfig(
            ClusterAddonsConfigGcePersistentDiskCsiDriverConfigArgs.builder().enabled(true).build())
        .gcsFuseCsiDriverConfig(
            ClusterAddonsConfigGcsFuseCsiDriverConfigArgs.builder().enabled(true).build())
        .horizontalPodAutoscaling(
            ClusterAddonsConfigHorizontalPodAutoscalingArgs.builder().disabled(false).build())
        .httpLoadBalancing(
            ClusterAddonsConfigHttpLoadBalancingArgs.builder().disabled(false).build())
        .build();
  }

  /**
   * Six hours on each day of the weekend. GKE wants 48 hours in any 32 days, in windows of four at
   * the least (GKE documentation, "Maintenance windows and exclusions"; general knowledge, not
   * read). The dates say only at what time of the day, in UTC.
   */
  static ClusterMaintenancePolicyArgs weekends() {
    return ClusterMaintenancePolicyArgs.builder()
        .recurringWindow(
            ClusterMaintenancePolicyRecurringWindowArgs.builder()
                .startTime("2026-01-03T04:00:00Z")
                .endTime("2026-01-03T10:00:00Z")
                .recurrence("FREQ=WEEKLY;BYDAY=SA,SU")
                .build())
        .build();
  }
}
