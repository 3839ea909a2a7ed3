package dev.mlestate.model;

import java.util.Map;

/**
 * Features of one kind of entity.
 *
 * @param entityId the feature that identifies the record
 * @param eventTime the feature that says when it was true
 * @param features the others, in the file's order
 */
public record FeatureGroup(
    String name, String entityId, String eventTime, Map<String, FeatureType> features) {}
