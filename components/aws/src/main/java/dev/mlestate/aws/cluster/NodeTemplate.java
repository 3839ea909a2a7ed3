package dev.mlestate.aws.cluster;

import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateCapacityReservationSpecificationArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateCapacityReservationSpecificationCapacityReservationTargetArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateNetworkInterfaceArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplatePlacementArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.core.Output;
import dev.mlestate.catalog.FabricOffer;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.planning.CapacityPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every node of one capacity option is started with.
 *
 * @param name of the launch template
 * @param diskGib GiB of the root volume
 * @param volumeKeyArn empty: the key that AWS manages
 * @param fabric with the security groups of its interfaces
 * @param placementGroup where nodes sit close together
 */
record NodeTemplate(
    String name,
    int diskGib,
    Optional<Output<String>> volumeKeyArn,
    Optional<FabricOffer> fabric,
    Output<List<String>> fabricSecurityGroups,
    Optional<Output<String>> placementGroup,
    Map<String, String> tags) {
  /**
   * The root volume of Amazon Linux 2023 (EKS User Guide, "Launch templates"; general knowledge,
   * not read).
   */
  private static final String ROOT_DEVICE = "/dev/xvda";

  LaunchTemplateArgs args(CapacityPlan capacity) {
    LaunchTemplateArgs.Builder args =
        LaunchTemplateArgs.builder()
            .name(name)
            .updateDefaultVersion(true)
            .metadataOptions(
                LaunchTemplateMetadataOptionsArgs.builder()
                    .httpEndpoint("enabled")
                    .httpTokens("required")
                    // One hop: the node itself, no pod, gets the node's role.
                    .httpPutResponseHopLimit(1)
                    .build())
            .blockDeviceMappings(rootVolume())
            .tagSpecifications(
                Stream.of("instance", "network-interface", "volume").map(this::tagged).toList())
            .tags(tags);
    fabric.ifPresent(offer -> args.networkInterfaces(interfaces(offer)));
    placementGroup.ifPresent(
        group -> args.placement(LaunchTemplatePlacementArgs.builder().groupName(group).build()));
    if (capacity.option() == CapacityOption.RESERVATION) {
      args.capacityReservationSpecification(reservation(capacity));
    }
    return args.build();
  }

  private LaunchTemplateBlockDeviceMappingArgs rootVolume() {
    LaunchTemplateBlockDeviceMappingEbsArgs.Builder volume =
        LaunchTemplateBlockDeviceMappingEbsArgs.builder()
            .volumeType("gp3")
            .volumeSize(diskGib)
            .encrypted("true")
            .deleteOnTermination("true");
    volumeKeyArn.ifPresent(volume::kmsKeyId);
    return LaunchTemplateBlockDeviceMappingArgs.builder()
        .deviceName(ROOT_DEVICE)
        .ebs(volume.build())
        .build();
  }

  /**
   * One interface on each network card. The first carries IP too; the others are EFA alone and take
   * no address (EC2 User Guide, "Maximize network bandwidth on Amazon EC2 instances with multiple
   * network cards", read 2026-11-23, which now shows another form too: EFA alone beside IP on the
   * first card, and device 0 on the others).
   */
  private List<LaunchTemplateNetworkInterfaceArgs> interfaces(FabricOffer offer) {
    List<LaunchTemplateNetworkInterfaceArgs> all = new ArrayList<>();
    for (int card = 0; card < offer.interfaces(); card++) {
      all.add(
          LaunchTemplateNetworkInterfaceArgs.builder()
              .networkCardIndex(card)
              .deviceIndex(card == 0 ? 0 : 1)
              .interfaceType(card == 0 ? "efa" : "efa-only")
              .securityGroups(fabricSecurityGroups)
              .deleteOnTermination("true")
              .build());
    }
    return all;
  }

  private static LaunchTemplateCapacityReservationSpecificationArgs reservation(
      CapacityPlan capacity) {
    LaunchTemplateCapacityReservationSpecificationArgs.Builder specification =
        LaunchTemplateCapacityReservationSpecificationArgs.builder();
    return capacity
        .reservationId()
        .map(
            id ->
                specification
                    .capacityReservationTarget(
                        LaunchTemplateCapacityReservationSpecificationCapacityReservationTargetArgs
                            .builder()
                            .capacityReservationId(id)
                            .build())
                    .build())
        .orElseGet(
            () ->
                specification.capacityReservationPreference("capacity-reservations-only").build());
  }

  private LaunchTemplateTagSpecificationArgs tagged(String resourceType) {
    return LaunchTemplateTagSpecificationArgs.builder()
        .resourceType(resourceType)
        .tags(tags)
        .build();
  }
}
