package dev.mlestate.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.Estimate;
import dev.mlestate.cost.EstimateJson;
import dev.mlestate.cost.Estimator;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.preview.PreviewDocument;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.PreviewReader;
import dev.mlestate.policy.PolicyInput;
import dev.mlestate.policy.WasmPolicyEngine;
import java.time.Clock;
import java.util.Optional;

/** Puts the outcome of a run before the rules and the prices. */
final class Reviewer {
  private final PlannedEnvironment planned;
  private final Clock clock;

  /** Loading the compiled rules takes longer than judging, so that each reviewer does it once. */
  private final Optional<WasmPolicyEngine> rules;

  Reviewer(PlannedEnvironment planned, Clock clock, boolean judges) {
    this.planned = planned;
    this.clock = clock;
    this.rules = judges ? Optional.of(new WasmPolicyEngine()) : Optional.empty();
  }

  /** What the runs make. */
  PlannedEnvironment planned() {
    return planned;
  }

  /** Reviews a run that reached its end; half an estate can be neither judged nor priced. */
  Review review(UpdateResult result) {
    ObjectNode document = PreviewDocument.write(result);
    Inventory inventory = PreviewReader.parse("the preview", document.toString());
    Estimate estimate =
        new Estimator(Catalog.load())
            .estimate(inventory, planned.environment(), PriceCatalog.bundled());
    return new Review(
        result,
        document,
        inventory,
        estimate,
        rules.map(
            engine ->
                engine.evaluate(
                    new PolicyInput(
                        inventory,
                        planned.environment(),
                        planned.file().organisation(),
                        clock.instant(),
                        Optional.of(EstimateJson.of(estimate))))));
  }
}
