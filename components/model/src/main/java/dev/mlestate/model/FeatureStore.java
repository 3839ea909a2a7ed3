package dev.mlestate.model;

import java.util.List;

/**
 * Features for training and serving.
 *
 * @param online whether there is a low-latency store too
 */
public record FeatureStore(boolean online, List<FeatureGroup> groups) {
  public FeatureStore {
    groups = List.copyOf(groups);
  }
}
