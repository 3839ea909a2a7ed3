package dev.mlestate.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.cost.Estimate;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.policy.PolicyReport;

/**
 * What a run of the program comes to, and what rules and prices say of it.
 *
 * @param document the document of {@code pulumi preview --json --show-sames}
 */
record Review(
    UpdateResult result,
    ObjectNode document,
    Inventory inventory,
    Estimate estimate,
    PolicyReport policies) {}
