package dev.mlestate.simulated.gcp;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.problem.Nearest;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Regions and zones. Of regions that the catalogue has, it knows the zones; of others only the form
 * of their names is judged.
 */
final class GcpLocations {
  private static final Pattern REGION = Pattern.compile("[a-z]+-[a-z]+[0-9]+");
  private static final Pattern ZONE = Pattern.compile("([a-z]+-[a-z]+[0-9]+)-[a-z]");

  private GcpLocations() {}

  private static final class Holder {
    private static final Map<String, List<String>> ZONES = Catalog.load().zonesByRegion("gcp");
  }

  static String regionOf(String location) {
    var matcher = ZONE.matcher(location);
    return matcher.matches() ? matcher.group(1) : location;
  }

  static boolean isZone(String location) {
    return ZONE.matcher(location).matches();
  }

  /** What is wrong with a region. */
  static Optional<String> problemOfRegion(String region) {
    if (Holder.ZONES.containsKey(region)) {
      return Optional.empty();
    }
    Optional<String> near = Nearest.of(region, Holder.ZONES.keySet().stream().sorted().toList());
    return REGION.matcher(region).matches() && near.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "\"%s\" is no region of Google Cloud%s"
                .formatted(
                    region, near.map(name -> "; did you mean \"" + name + "\"?").orElse("")));
  }

  /** What is wrong with a zone, which must be of the region unless that is empty. */
  static Optional<String> problemOfZone(String zone, String region) {
    if (!isZone(zone)) {
      return Optional.of(
          "\"%s\" is no zone of Google Cloud; a zone is us-central1-a …".formatted(zone));
    }
    String own = regionOf(zone);
    if (!region.isEmpty() && !own.equals(region)) {
      return Optional.of("\"%s\" is no zone of the region %s".formatted(zone, region));
    }
    List<String> zones = Holder.ZONES.get(own);
    return zones == null || zones.contains(zone)
        ? Optional.empty()
        : Optional.of(
            "\"%s\" is no zone of the region %s, which has %s"
                .formatted(zone, own, String.join(", ", zones)));
  }

  /** What is wrong with the regions and zones among a resource's inputs. */
  static List<CheckFailure> check(Obj inputs) {
    List<CheckFailure> failures = new ArrayList<>();
    String region = text(inputs, "region");
    String location = text(inputs, "location").toLowerCase(Locale.ROOT);
    add(failures, "region", region.isEmpty() ? Optional.empty() : problemOfRegion(base(region)));
    if (isZone(location)) {
      add(failures, "location", problemOfZone(location, ""));
    } else if (REGION.matcher(location).matches()) {
      add(failures, "location", problemOfRegion(location));
    }
    String zone = base(text(inputs, "zone"));
    if (!zone.isEmpty()) {
      add(failures, "zone", problemOfZone(zone, base(region)));
    }
    String within = location.isEmpty() ? base(region) : regionOf(location);
    PropertyValue nodes =
        PropertyValues.unwrap(inputs.members().getOrDefault("nodeLocations", PropertyValues.NULL));
    if (nodes instanceof Array array) {
      for (int i = 0; i < array.elements().size(); i++) {
        String node = PropertyText.of(array.elements().get(i));
        if (!node.isEmpty()) {
          add(failures, "nodeLocations[" + i + "]", problemOfZone(node, within));
        }
      }
    }
    return failures;
  }

  private static void add(List<CheckFailure> failures, String path, Optional<String> problem) {
    problem.ifPresent(reason -> failures.add(new CheckFailure(path, reason)));
  }

  private static String base(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static String text(Obj inputs, String name) {
    return PropertyText.of(inputs.members().getOrDefault(name, PropertyValues.NULL));
  }
}
