package dev.mlestate.model;

import java.util.List;

/** Where data may lie. */
public record Residency(
    @Key(
            value = "The regions in which anything may be created",
            format = Format.REGION,
            longest = 32,
            fewest = 1,
            computed = "the environment's own region")
        List<String> allowedRegions) {
  public Residency {
    allowedRegions = List.copyOf(allowedRegions);
  }
}
