package dev.mlestate.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.cost.Estimate;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.policy.PolicyReport;
import java.util.Optional;

/**
 * What a run of the program comes to, and what rules and prices say of it.
 *
 * @param document the document of {@code pulumi preview --json --show-sames}
 * @param policies empty: the rules were not asked
 */
record Review(
    UpdateResult result,
    ObjectNode document,
    Inventory inventory,
    Estimate estimate,
    Optional<PolicyReport> policies) {
  /** Whether a rule that must pass fails. */
  boolean blocks() {
    return policies.map(PolicyReport::blocks).orElse(false);
  }

  /** How many findings are failures; 0 where the rules were not asked. */
  long failed() {
    return policies.map(PolicyReport::failed).orElse(0L);
  }
}
