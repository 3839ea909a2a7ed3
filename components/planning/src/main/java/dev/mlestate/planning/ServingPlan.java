package dev.mlestate.planning;

import dev.mlestate.catalog.MachineShape;
import dev.mlestate.model.Serving;
import java.util.Optional;

/**
 * An endpoint.
 *
 * @param serving what was asked for
 * @param machine absent for serverless
 * @param serverless absent for machines of its own
 */
public record ServingPlan(
    Serving serving,
    String costCenter,
    Optional<MachineShape> machine,
    Optional<ServerlessShape> serverless) {}
