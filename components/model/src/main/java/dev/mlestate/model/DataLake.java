package dev.mlestate.model;

import java.util.List;

/** The object stores and their catalog. */
public record DataLake(
    @Key(
            value = "One bucket and one database each",
            format = Format.NAME,
            longest = 12,
            fewest = 1,
            most = 10,
            standard = "[\"raw\", \"curated\", \"features\"]")
        List<String> zones,
    @Key(value = "Whether overwritten and deleted objects can be brought back", standard = "true")
        boolean versioning,
    @Key(
            value = "After how long overwritten and deleted versions expire",
            unit = "days",
            min = 1,
            max = 36500,
            dev = "30",
            staging = "90",
            prod = "400")
        int retentionDays) {
  public DataLake {
    zones = List.copyOf(zones);
  }
}
