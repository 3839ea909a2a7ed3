package dev.mlestate.catalog;

import dev.mlestate.model.Cloud;
import java.util.List;

/**
 * A region of a cloud.
 *
 * @param geography such as europe: regions of one geography are nearer to each other than others
 * @param twin a word that regions of several clouds share when they stand for each other: an estate
 *     that moves from us-east-1 goes to us-central1 or eastus, where the clouds have most
 *     accelerators in that part of the world
 * @param zones by name. AWS maps names to physical zones per account: that a zone of this name
 *     offers a machine type is what one account sees, and a live account may see it elsewhere.
 */
public record Region(
    Cloud cloud, String name, String geography, String twin, List<String> zones, Source source) {
  public Region {
    zones = List.copyOf(zones);
  }
}
