package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.record.RecordedResource;
import java.util.List;
import java.util.Set;

/**
 * What goes with something that is deleted, and what may not be deleted.
 *
 * <p>Source: general knowledge of Azure Resource Manager (a deletion takes along what is in the
 * resource; locks; nested resources), not read.
 */
final class AzureDeletions {
  private static final String SUBNET = "azure-native:network:Subnet";
  private static final String LOCK = "azure-native:authorization:ManagementLock";

  /** Types that must be empty first. */
  private static final Set<String> EMPTY_FIRST =
      Set.of("azure-native:network:PrivateZone", "azure-native:compute:CapacityReservationGroup");

  private AzureDeletions() {}

  /** What is within the resource. */
  static List<RecordedResource> within(RecordedResource target, List<RecordedResource> all) {
    String id = ResourcePaths.normal(target.id()) + "/";
    return all.stream().filter(each -> ResourcePaths.normal(each.id()).startsWith(id)).toList();
  }

  /**
   * Refuses what Azure does not delete.
   *
   * @throws CloudException with Azure's own code
   */
  static void check(RecordedResource target, List<RecordedResource> all) {
    String type = ResourcePaths.unversioned(target.type());
    List<RecordedResource> within = within(target, all);
    if (EMPTY_FIRST.contains(type)) {
      within.stream()
          .filter(each -> !each.type().startsWith("azure-native:authorization:"))
          .findFirst()
          .ifPresent(
              each -> {
                throw new CloudException(
                    "CannotDeleteResource: Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '%s'. Please delete all nested resources before deleting this resource."
                        .formatted(each.id()));
              });
    }
    locks(target, all);
    for (RecordedResource gone : within) {
      if (ResourcePaths.unversioned(gone.type()).equals(SUBNET)) {
        usedElsewhere(gone, target, all);
      }
    }
  }

  private static void locks(RecordedResource target, List<RecordedResource> all) {
    if (target.type().startsWith(LOCK)) {
      return;
    }
    String id = ResourcePaths.normal(target.id());
    for (RecordedResource lock : all) {
      String scope =
          lock.type().startsWith(LOCK)
              ? ResourcePaths.parent(ResourcePaths.normal(lock.id())).orElse("")
              : "";
      if (!scope.isEmpty()
          && (id.equals(scope) || id.startsWith(scope + "/") || scope.startsWith(id + "/"))) {
        throw new CloudException(
            "ScopeLocked: The scope '%s' cannot perform delete operation because following scope(s) are locked: '%s'. Please remove the lock and try again."
                .formatted(target.id(), lock.id()));
      }
    }
  }

  /** A subnet that goes with its network or group must not be used by what stays. */
  private static void usedElsewhere(
      RecordedResource subnet, RecordedResource target, List<RecordedResource> all) {
    String prefix = ResourcePaths.normal(target.id()) + "/";
    String id = ResourcePaths.normal(subnet.id());
    for (RecordedResource other : all) {
      if (!ResourcePaths.normal(other.id()).startsWith(prefix)
          && !other.type().startsWith("azure-native:authorization:")) {
        Inputs.eachText(
            "",
            other.inputs(),
            (path, text) -> {
              if (ResourcePaths.normal(text).equals(id)) {
                throw new CloudException(
                    "InUseSubnetCannotBeDeleted: Subnet %s is in use by %s and cannot be deleted."
                        .formatted(ResourcePaths.name(subnet.id()), other.id()));
              }
            });
      }
    }
  }
}
