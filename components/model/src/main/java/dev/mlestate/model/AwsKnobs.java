package dev.mlestate.model;

import java.util.Map;

/**
 * What only AWS has.
 *
 * @param reservations capacity reservation id (cr-…) by node pool
 */
public record AwsKnobs(Map<String, String> reservations) {}
