package dev.mlestate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Organisation;
import java.time.Instant;
import java.util.Optional;

/**
 * All that rules may see. Nothing else reaches them: no clock, no file, no network.
 *
 * @param organisation the caps; the environment may tighten them only
 * @param estimate {@code monthlyUsd} (US dollars, a number), {@code unpriced} (an array of what has
 *     no price), {@code gpuHoursPerMonth} (accelerator hours, a number) and the same in {@code
 *     perTeam} by the teams' names; a key that is absent or null is unknown, and without an
 *     estimate all are
 */
public record PolicyInput(
    Inventory inventory,
    Environment environment,
    Organisation organisation,
    Instant now,
    Optional<JsonNode> estimate) {}
