package dev.mlestate.model;

import java.util.List;

/**
 * The object stores and their catalog.
 *
 * @param zones default: raw, curated, features
 * @param retentionDays days after which old object versions expire
 */
public record DataLake(List<String> zones, boolean versioning, int retentionDays) {
  public DataLake {
    zones = List.copyOf(zones);
  }
}
