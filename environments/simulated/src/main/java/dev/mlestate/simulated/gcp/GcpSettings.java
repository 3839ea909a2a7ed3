package dev.mlestate.simulated.gcp;

import static dev.mlestate.simulated.cloud.CloudSettings.argument;
import static dev.mlestate.simulated.cloud.CloudSettings.text;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.CloudSettings;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.TreeMap;

/** Reads the arguments of the Google provider. */
final class GcpSettings {
  private GcpSettings() {}

  /**
   * Reads a provider's arguments.
   *
   * @throws CloudException if the project is missing or another one, or region and zone are wrong
   */
  static CloudSettings of(Obj arguments, String account, String version) {
    String project = text(arguments, "project");
    if (project.isEmpty()) {
      throw new CloudException(
          "project: required field is not set: set the provider's project to " + account);
    }
    if (!project.equals(account)) {
      throw new CloudException(
          "googleapi: Error 403: Permission denied on resource project %s., forbidden (this is the simulated project %s)"
              .formatted(project, account));
    }
    String zone = text(arguments, "zone");
    String region = text(arguments, "region");
    if (!region.isEmpty()) {
      GcpLocations.problemOfRegion(region)
          .ifPresent(
              problem -> {
                throw new CloudException("the provider's region: " + problem);
              });
    }
    if (!zone.isEmpty()) {
      GcpLocations.problemOfZone(zone, region)
          .ifPresent(
              problem -> {
                throw new CloudException("the provider's zone: " + problem);
              });
    }
    PropertyValue labels = argument(arguments, "defaultLabels");
    return new CloudSettings(
        account,
        region.isEmpty() && !zone.isEmpty() ? GcpLocations.regionOf(zone) : region,
        zone,
        labels instanceof Obj map ? map.members() : new TreeMap<>(),
        version);
  }
}
