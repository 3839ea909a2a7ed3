package dev.mlestate.gcp.cluster;

import com.pulumi.core.Output;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigEphemeralStorageLocalSsdConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigGuestAcceleratorArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigGuestAcceleratorGpuDriverInstallationConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigGvnicArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigReservationAffinityArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigShieldedInstanceConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigTaintArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigWorkloadMetadataConfigArgs;
import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.NodePoolPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each node of a pool is.
 *
 * @param labels of Google, by which it is paid for
 */
record NodeSettings(NodePoolPlan plan, Cluster cluster, Map<String, String> labels) {
  private static final String RESERVATION_NAME = "compute.googleapis.com/reservation-name";

  /**
   * The nodes of a capacity option.
   *
   * @param reservation whose machines they are
   */
  NodePoolNodeConfigArgs of(CapacityPlan capacity, Optional<Output<String>> reservation) {
    MachineShape machine = plan.machine();
    NodePoolNodeConfigArgs.Builder args =
        NodePoolNodeConfigArgs.builder()
            .machineType(MachineTraits.type(machine))
            .imageType("COS_CONTAINERD")
            .diskSizeGb(plan.diskGib())
            .diskType(MachineTraits.bootDisk(machine))
            .serviceAccount(cluster.nodes().email())
            .oauthScopes(Cluster.ALL_APIS)
            .metadata(Map.of("disable-legacy-endpoints", "true"))
            .shieldedInstanceConfig(
                NodePoolNodeConfigShieldedInstanceConfigArgs.builder()
                    .enableIntegrityMonitoring(true)
                    .enableSecureBoot(true)
                    .build())
            .workloadMetadataConfig(
                NodePoolNodeConfigWorkloadMetadataConfigArgs.builder().mode("GKE_METADATA").build())
            .spot(capacity.option() == CapacityOption.SPOT)
            .labels(plan.labels())
            .resourceLabels(labels)
            .tags(cluster.network().nodeTag());
    List<NodePoolNodeConfigTaintArgs> taints = taints();
    if (!taints.isEmpty()) {
      args.taints(taints);
    }
    if (plan.tpu().isEmpty()) {
      args.gvnic(NodePoolNodeConfigGvnicArgs.builder().enabled(true).build());
    }
    if (machine.accelerator().isPresent()) {
      args.guestAccelerators(accelerators(machine));
    }
    MachineTraits.localSsds(machine)
        .ifPresent(
            count ->
                args.ephemeralStorageLocalSsdConfig(
                    NodePoolNodeConfigEphemeralStorageLocalSsdConfigArgs.builder()
                        .localSsdCount(count)
                        .build()));
    cluster.keys().id(KeyDomain.COMPUTE).ifPresent(args::bootDiskKmsKey);
    affinity(capacity, reservation).ifPresent(args::reservationAffinity);
    return args.build();
  }

  private List<NodePoolNodeConfigTaintArgs> taints() {
    return plan.taints().stream()
        .map(
            taint ->
                NodePoolNodeConfigTaintArgs.builder()
                    .key(taint.key())
                    .value(taint.value())
                    .effect(taint.effect().name())
                    .build())
        .toList();
  }

  /** GKE installs the driver that goes with the node's version. */
  private static NodePoolNodeConfigGuestAcceleratorArgs accelerators(MachineShape machine) {
    return NodePoolNodeConfigGuestAcceleratorArgs.builder()
        .type(acceleratorType(machine))
        .count(machine.acceleratorCount())
        .gpuDriverInstallationConfig(
            NodePoolNodeConfigGuestAcceleratorGpuDriverInstallationConfigArgs.builder()
                .gpuDriverVersion("DEFAULT")
                .build())
        .build();
  }

  /** Google's name of a machine's accelerator, such as nvidia-l4. */
  static String acceleratorType(MachineShape machine) {
    return Catalog.load()
        .gkeAccelerator(machine.name())
        .orElseThrow(
            () ->
                new IllegalStateException("the catalog names no accelerator of " + machine.name()));
  }

  /**
   * Queued nodes come from no reservation (GKE documentation, "Flex-start with queued
   * provisioning"; general knowledge, not read).
   */
  private static Optional<NodePoolNodeConfigReservationAffinityArgs> affinity(
      CapacityPlan capacity, Optional<Output<String>> reservation) {
    return switch (capacity.option()) {
      case RESERVATION ->
          reservation.map(
              name ->
                  NodePoolNodeConfigReservationAffinityArgs.builder()
                      .consumeReservationType("SPECIFIC_RESERVATION")
                      .key(RESERVATION_NAME)
                      .values(name.applyValue(List::of))
                      .build());
      case QUEUED ->
          Optional.of(
              NodePoolNodeConfigReservationAffinityArgs.builder()
                  .consumeReservationType("NO_RESERVATION")
                  .build());
      case SPOT, ON_DEMAND -> Optional.empty();
    };
  }
}
