package dev.mlestate.planning;

import dev.mlestate.model.CapacityOption;
import java.util.Optional;

/**
 * One native pool: one way to get the machines of a node pool.
 *
 * @param name of the native pool, such as h100-spot
 * @param priority highest is tried first
 */
public record CapacityPlan(
    CapacityOption option, String name, int priority, Optional<String> reservationId) {}
