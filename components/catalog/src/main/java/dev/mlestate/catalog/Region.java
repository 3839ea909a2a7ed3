package dev.mlestate.catalog;

import dev.mlestate.model.Cloud;
import java.util.List;

/**
 * A region of a cloud.
 *
 * @param geography such as europe: regions of one geography are nearer to each other than others
 * @param location the place, the same word on every cloud, such as virginia
 * @param zones by name. AWS maps names to physical zones per account: that a zone of this name
 *     offers a machine type is what one account sees, and a live account may see it elsewhere.
 */
public record Region(
    Cloud cloud,
    String name,
    String geography,
    String location,
    List<String> zones,
    Source source) {
  public Region {
    zones = List.copyOf(zones);
  }
}
