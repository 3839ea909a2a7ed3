package dev.mlestate.model;

import java.util.List;

/** Features for training and serving. */
public record FeatureStore(
    @Key(
            value = "Whether there is a low-latency store too, for serving",
            dev = "false",
            staging = "true",
            prod = "true")
        boolean online,
    @Key(value = "The groups of features", required = true, fewest = 1) List<FeatureGroup> groups) {
  public FeatureStore {
    groups = List.copyOf(groups);
  }
}
