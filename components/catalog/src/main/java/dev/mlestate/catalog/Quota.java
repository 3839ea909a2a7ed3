package dev.mlestate.catalog;

import dev.mlestate.model.Cloud;
import java.util.Optional;

/**
 * A limit of an account that machine types count against.
 *
 * @param code such as L-417A185B
 * @param unit what it counts, such as vCPU
 * @param defaultValue of a new account, where the cloud publishes one
 * @param spotCode the limit of the same machine types as spot
 */
public record Quota(
    Cloud cloud,
    String code,
    String name,
    String unit,
    Optional<Integer> defaultValue,
    Optional<String> spotCode,
    Source source) {}
