package dev.mlestate.model;

import java.util.Map;

/** Features of one kind of entity. */
public record FeatureGroup(
    @Key(value = "The group's name", required = true, format = Format.NAME, longest = 30)
        String name,
    @Key(
            value = "The feature that identifies the record, a string",
            required = true,
            format = Format.FEATURE,
            longest = 64)
        String entityId,
    @Key(
            value = "The feature that says when the record was true, a string in ISO 8601",
            required = true,
            format = Format.FEATURE,
            longest = 64)
        String eventTime,
    @Key("The other features and their types") Map<String, FeatureType> features) {
  public FeatureGroup {
    features = Ordered.copyOf(features);
  }
}
