package dev.mlestate.catalog;

import dev.mlestate.model.Cloud;
import java.util.List;

/** The zones of a region in which a machine type exists. */
record Offering(Cloud cloud, String region, String machine, List<String> zones, Source source) {
  Offering {
    zones = List.copyOf(zones);
  }
}
