package dev.mlestate.planning;

import dev.mlestate.catalog.MachineShape;
import dev.mlestate.model.Serving;
import java.util.Optional;

/**
 * An endpoint.
 *
 * @param serving what was asked for
 * @param machine absent for serverless
 * @param memoryMib of a serverless replica; 0 otherwise
 */
public record ServingPlan(
    Serving serving, String costCenter, Optional<MachineShape> machine, int memoryMib) {}
