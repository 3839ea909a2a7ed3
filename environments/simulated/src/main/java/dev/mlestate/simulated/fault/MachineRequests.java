package dev.mlestate.simulated.fault;

import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from a resource's inputs which machines it asks for. */
final class MachineRequests {
  private static final String LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";

  private final CloudRecord record;
  private final String packageName;

  MachineRequests(CloudRecord record, String packageName) {
    this.record = record;
    this.packageName = packageName;
  }

  /** Empty for what has no machines that are known here. */
  Optional<MachineRequest> of(String type, Obj inputs) {
    return switch (packageName) {
      case "aws" -> aws(type, inputs);
      case "gcp" -> gcp(type, inputs);
      case "azure-native" -> azure(type, inputs);
      default -> Optional.empty();
    };
  }

  private Optional<MachineRequest> aws(String type, Obj inputs) {
    return switch (type) {
      case "aws:eks/nodeGroup:NodeGroup" ->
          first(inputs, "instanceTypes")
              .map(
                  machine ->
                      new MachineRequest(
                          machine, zonesOfSubnets(texts(inputs, "subnetIds")), option(inputs)));
      case "aws:ec2/instance:Instance" ->
          text(inputs, "instanceType")
              .map(
                  machine ->
                      new MachineRequest(
                          machine,
                          zones(inputs, "availabilityZone"),
                          at(inputs, "instanceMarketOptions").isPresent()
                              ? MachineRequest.SPOT
                              : MachineRequest.ON_DEMAND));
      case "aws:ec2/capacityReservation:CapacityReservation" ->
          text(inputs, "instanceType")
              .map(
                  machine ->
                      new MachineRequest(
                          machine, zones(inputs, "availabilityZone"), MachineRequest.RESERVATION));
      default -> Optional.empty();
    };
  }

  /** A node group's launch template, not the group itself, names a reservation. */
  private String option(Obj inputs) {
    if (text(inputs, "capacityType").filter("SPOT"::equals).isPresent()) {
      return MachineRequest.SPOT;
    }
    boolean reserved =
        text(inputs, "launchTemplate.id")
            .flatMap(id -> find(LAUNCH_TEMPLATE, id))
            .flatMap(template -> at(template.inputs(), "capacityReservationSpecification"))
            .isPresent();
    return reserved ? MachineRequest.RESERVATION : MachineRequest.ON_DEMAND;
  }

  private List<String> zonesOfSubnets(List<String> subnets) {
    return subnets.stream()
        .flatMap(id -> find(SUBNET, id).stream())
        .flatMap(subnet -> text(subnet.inputs(), "availabilityZone").stream())
        .distinct()
        .toList();
  }

  private Optional<RecordedResource> find(String type, String id) {
    return record.all().stream()
        .filter(each -> each.type().equals(type) && each.id().equals(id))
        .findFirst();
  }

  private static Optional<MachineRequest> gcp(String type, Obj inputs) {
    return switch (type) {
      case "gcp:container/nodePool:NodePool" ->
          text(inputs, "nodeConfig.machineType")
              .map(
                  machine ->
                      new MachineRequest(machine, texts(inputs, "nodeLocations"), gke(inputs)));
      case "gcp:compute/instance:Instance" ->
          text(inputs, "machineType")
              .map(
                  machine ->
                      new MachineRequest(
                          machine,
                          zones(inputs, "zone"),
                          text(inputs, "scheduling.provisioningModel")
                                  .filter("SPOT"::equals)
                                  .isPresent()
                              ? MachineRequest.SPOT
                              : MachineRequest.ON_DEMAND));
      case "gcp:compute/reservation:Reservation" ->
          text(inputs, "specificReservation.instanceProperties.machineType")
              .map(
                  machine ->
                      new MachineRequest(
                          machine, zones(inputs, "zone"), MachineRequest.RESERVATION));
      default -> Optional.empty();
    };
  }

  private static String gke(Obj inputs) {
    if (isTrue(inputs, "queuedProvisioning.enabled")) {
      return MachineRequest.QUEUED;
    }
    if (isTrue(inputs, "nodeConfig.spot") || isTrue(inputs, "nodeConfig.preemptible")) {
      return MachineRequest.SPOT;
    }
    boolean reserved =
        text(inputs, "nodeConfig.reservationAffinity.consumeReservationType")
            .filter("SPECIFIC_RESERVATION"::equals)
            .isPresent();
    return reserved ? MachineRequest.RESERVATION : MachineRequest.ON_DEMAND;
  }

  private static Optional<MachineRequest> azure(String type, Obj inputs) {
    // The token's middle carries the version of an API, or none.
    if (type.startsWith("azure-native:containerservice") && type.endsWith(":AgentPool")) {
      return text(inputs, "vmSize")
          .map(
              machine ->
                  new MachineRequest(machine, texts(inputs, "availabilityZones"), aks(inputs)));
    }
    if (type.startsWith("azure-native:compute") && type.endsWith(":CapacityReservation")) {
      return text(inputs, "sku.name")
          .map(
              machine ->
                  new MachineRequest(machine, texts(inputs, "zones"), MachineRequest.RESERVATION));
    }
    return Optional.empty();
  }

  private static String aks(Obj inputs) {
    if (text(inputs, "scaleSetPriority").filter("Spot"::equals).isPresent()) {
      return MachineRequest.SPOT;
    }
    return at(inputs, "capacityReservationGroupID").isPresent()
        ? MachineRequest.RESERVATION
        : MachineRequest.ON_DEMAND;
  }

  private static Optional<PropertyValue> at(Obj inputs, String path) {
    PropertyValue value = inputs;
    for (String step : path.split("\\.", -1)) {
      Optional<PropertyValue> next =
          PropertyValues.unwrap(value) instanceof Obj object
              ? PropertyValues.get(object, step)
              : Optional.empty();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      value = next.get();
    }
    return Optional.of(PropertyValues.unwrap(value));
  }

  private static Optional<String> text(Obj inputs, String path) {
    return at(inputs, path).flatMap(PropertyValues::text).filter(text -> !text.isEmpty());
  }

  private static boolean isTrue(Obj inputs, String path) {
    return at(inputs, path).filter(value -> value instanceof Bool yes && yes.value()).isPresent();
  }

  private static List<String> texts(Obj inputs, String path) {
    List<String> texts = new ArrayList<>();
    at(inputs, path)
        .filter(Array.class::isInstance)
        .map(Array.class::cast)
        .ifPresent(
            array ->
                array
                    .elements()
                    .forEach(
                        each ->
                            PropertyValues.text(PropertyValues.unwrap(each))
                                .ifPresent(texts::add)));
    return texts;
  }

  private static Optional<String> first(Obj inputs, String path) {
    return texts(inputs, path).stream().findFirst();
  }

  private static List<String> zones(Obj inputs, String path) {
    return text(inputs, path).stream().toList();
  }
}
