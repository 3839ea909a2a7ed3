package dev.mlestate.simulated.azure;

import dev.mlestate.problem.Nearest;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A place must be one of Azure's regions, and a zone one of the region's. */
final class AzureLocations {
  /** Regions and how many zones they have. */
  private static final SortedMap<String, Integer> REGIONS = new TreeMap<>();

  private static final Set<String> ZONES = Set.of("1", "2", "3");

  /** Types that belong to no region. */
  private static final Set<String> GLOBAL = Set.of("global");

  static {
    for (List<String> row : DatedTable.rows(AzureLocations.class, "regions.tsv", 2)) {
      REGIONS.put(row.get(0), Integer.parseInt(row.get(1)));
    }
  }

  private AzureLocations() {}

  static List<CheckFailure> check(Obj inputs) {
    List<CheckFailure> failures = new ArrayList<>();
    PropertyValue given =
        PropertyValues.unwrap(inputs.members().getOrDefault("location", PropertyValues.NULL));
    String region = AzureFlags.location(PropertyText.of(given));
    boolean known = !(given instanceof Unknown) && !region.isEmpty();
    if (known && !REGIONS.containsKey(region) && !GLOBAL.contains(region)) {
      failures.add(
          new CheckFailure(
              "location",
              "LocationNotAvailableForResourceType: \"%s\" is no region of Azure%s"
                  .formatted(
                      PropertyText.of(given),
                      Nearest.of(region, REGIONS.keySet())
                          .map(near -> "; did you mean \"" + near + "\"?")
                          .orElse(""))));
    }
    for (String name : List.of("zones", "availabilityZones")) {
      List<String> zones = Inputs.texts(inputs, name);
      for (int i = 0; i < zones.size(); i++) {
        if (!ZONES.contains(zones.get(i))) {
          failures.add(
              new CheckFailure(
                  "%s[%d]".formatted(name, i),
                  "\"%s\" is no availability zone; they are 1, 2 and 3".formatted(zones.get(i))));
        } else if (known && REGIONS.getOrDefault(region, 3) == 0) {
          failures.add(
              new CheckFailure(
                  "%s[%d]".formatted(name, i), "the region %s has no zones".formatted(region)));
        }
      }
    }
    return failures;
  }
}
