package dev.mlestate.model;

import java.util.List;

/**
 * Where data may lie.
 *
 * @param allowedRegions default: the environment's own region
 */
public record Residency(List<String> allowedRegions) {
  public Residency {
    allowedRegions = List.copyOf(allowedRegions);
  }
}
