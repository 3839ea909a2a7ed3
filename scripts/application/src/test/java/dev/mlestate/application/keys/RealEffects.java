package dev.mlestate.application.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.application.PlanEnvironment;
import dev.mlestate.application.PlannedEnvironment;
import dev.mlestate.application.RecordedEstate;
import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.Estimate;
import dev.mlestate.cost.EstimateJson;
import dev.mlestate.cost.Estimator;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.policy.PolicyInput;
import dev.mlestate.policy.PolicyReport;
import dev.mlestate.policy.WasmPolicyEngine;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Plans, realises, prices and judges; what costs most is done last and only where it is needed. */
final class RealEffects implements Effects {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  private final Path folder;
  private final Estimator estimator = new Estimator(Catalog.load());
  private final PriceCatalog prices = PriceCatalog.bundled();
  private final WasmPolicyEngine policies = new WasmPolicyEngine();
  private final Map<JsonNode, Outcome> baselines = new ConcurrentHashMap<>();
  private final AtomicInteger files = new AtomicInteger();

  /**
   * Creates it.
   *
   * @param folder with an organisation.yaml
   */
  RealEffects(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Effect> between(JsonNode before, JsonNode after) {
    Outcome old = baselines.computeIfAbsent(before, Outcome::new);
    Outcome changed = new Outcome(after);
    if (old.planned.isEmpty() || changed.planned.isEmpty()) {
      return old.problems.equals(changed.problems) ? Optional.empty() : Optional.of(Effect.PROBLEM);
    }
    if (!old.decisions().equals(changed.decisions())) {
      return Optional.of(Effect.PLAN);
    }
    // What only the estimate reads needs no second run of the components.
    Estimate sameResources =
        estimator.estimate(old.inventory(), changed.planned.get().environment(), prices);
    if (!old.estimate().charges().equals(sameResources.charges())) {
      return Optional.of(Effect.ESTIMATE);
    }
    if (!old.recorded().equals(changed.recorded())) {
      return Optional.of(Effect.INVENTORY);
    }
    if (!old.estimate().equals(changed.estimate())) {
      return Optional.of(Effect.ESTIMATE);
    }
    return old.findings().equals(changed.findings())
        ? Optional.empty()
        : Optional.of(Effect.FINDING);
  }

  /** What becomes of one file, each part when it is asked for. */
  private final class Outcome {
    private final Optional<PlannedEnvironment> planned;
    private final List<String> problems;
    private Optional<RecordedEstate> recorded = Optional.empty();
    private Optional<Inventory> inventory = Optional.empty();
    private Optional<Estimate> estimate = Optional.empty();
    private Optional<PolicyReport> findings = Optional.empty();

    Outcome(JsonNode file) {
      Optional<PlannedEnvironment> plan = Optional.empty();
      List<String> wrong = List.of();
      try {
        // JSON is YAML.
        Path written =
            Files.writeString(
                folder.resolve("changed-" + files.incrementAndGet() + ".yaml"), file.toString());
        plan = Optional.of(new PlanEnvironment().plan(written));
      } catch (ProblemException e) {
        wrong = e.problems().stream().map(Outcome::text).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      planned = plan;
      problems = wrong;
    }

    /** Without the place, which moves with every character. */
    private static String text(Problem problem) {
      return problem.path() + ": " + problem.reason() + "; " + problem.remedy().orElse("");
    }

    /** The plan without the environment that it repeats. */
    List<Object> decisions() {
      EstatePlan plan = planned.orElseThrow().plan();
      return List.of(plan.network(), plan.clusters(), plan.serving(), plan.decisions());
    }

    synchronized RecordedEstate recorded() {
      if (recorded.isEmpty()) {
        recorded = Optional.of(RecordedEstate.of(planned.orElseThrow().plan()));
      }
      return recorded.get();
    }

    synchronized Inventory inventory() {
      if (inventory.isEmpty()) {
        inventory = Optional.of(recorded().inventory());
      }
      return inventory.get();
    }

    synchronized Estimate estimate() {
      if (estimate.isEmpty()) {
        estimate =
            Optional.of(
                estimator.estimate(inventory(), planned.orElseThrow().environment(), prices));
      }
      return estimate.get();
    }

    synchronized PolicyReport findings() {
      if (findings.isEmpty()) {
        PlannedEnvironment own = planned.orElseThrow();
        findings =
            Optional.of(
                policies.evaluate(
                    new PolicyInput(
                        inventory(),
                        own.environment(),
                        own.file().organisation(),
                        NOW,
                        Optional.of(EstimateJson.of(estimate())))));
      }
      return findings.get();
    }
  }
}
