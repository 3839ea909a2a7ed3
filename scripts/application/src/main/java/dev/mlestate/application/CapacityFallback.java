package dev.mlestate.application;

import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.Scarcity;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.ExhaustedOption;
import dev.mlestate.planning.NodePoolPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides how a run goes on for which the cloud had no machines: each option of a pool's capacity
 * is a native pool of its own, so that the pool does without the one that could not be made, and
 * the minimum of nodes that it carried lies on the next.
 */
final class CapacityFallback {
  private final EstatePlan plan;
  private final SortedSet<ExhaustedOption> exhausted = new TreeSet<>();
  private final List<Change> changes = new ArrayList<>();

  /**
   * An option that is left out.
   *
   * @param next what is tried in its place
   */
  record Change(ExhaustedOption option, Scarcity scarcity, List<CapacityPlan> next) {}

  CapacityFallback(EstatePlan plan) {
    this.plan = plan;
  }

  /** The options to do without. */
  SortedSet<ExhaustedOption> exhausted() {
    return new TreeSet<>(exhausted);
  }

  /** What was left out so far, in order. */
  List<Change> changes() {
    return List.copyOf(changes);
  }

  /**
   * Leaves out what a run could not get.
   *
   * @return what is newly left out; empty if the run failed for another reason, or if a pool would
   *     have no option left
   */
  List<Change> after(UpdateResult result) {
    List<Change> found = new ArrayList<>();
    EstatePlan current = ExhaustedOption.without(plan, exhausted);
    for (Failure failure : result.failures()) {
      Optional<Change> change =
          failure
              .scarcity()
              .filter(scarcity -> creates(result, failure.urn()))
              .flatMap(scarcity -> option(current, failure.urn(), scarcity));
      if (change.isEmpty() || change.get().next().isEmpty()) {
        return List.of();
      }
      if (found.stream().noneMatch(each -> each.option().equals(change.get().option()))) {
        found.add(change.get());
      }
    }
    found.forEach(change -> exhausted.add(change.option()));
    if (leavesNone()) {
      found.forEach(change -> exhausted.remove(change.option()));
      return List.of();
    }
    changes.addAll(found);
    return found;
  }

  /** Two options of one pool may be spent in the same run. */
  private boolean leavesNone() {
    return plan.clusters().stream()
        .anyMatch(
            cluster ->
                cluster.nodePools().stream()
                    .anyMatch(
                        pool ->
                            pool.capacity().stream()
                                .allMatch(
                                    each ->
                                        exhausted.contains(
                                            new ExhaustedOption(
                                                cluster.name(), pool.name(), each.option())))));
  }

  /** What exists already must not go because it cannot grow. */
  private static boolean creates(UpdateResult result, String urn) {
    return result.steps().stream()
        .filter(step -> step.urn().equals(urn))
        .map(StepRecord::operation)
        .anyMatch(
            operation ->
                operation == Operation.CREATE || operation == Operation.CREATE_REPLACEMENT);
  }

  /** The option of a pool whose part a resource is. */
  private static Optional<Change> option(EstatePlan plan, String urn, Scarcity scarcity) {
    if (!new Urn(urn).qualifiedType().contains(":NodePool$")) {
      return Optional.empty();
    }
    String name = new Urn(urn).name();
    record Part(String text, ClusterPlan cluster, NodePoolPlan pool, CapacityPlan capacity) {}
    List<Part> parts = new ArrayList<>();
    for (ClusterPlan cluster : plan.clusters()) {
      for (NodePoolPlan pool : cluster.nodePools()) {
        for (CapacityPlan capacity : pool.capacity()) {
          parts.add(new Part(cluster.name() + "-" + capacity.name(), cluster, pool, capacity));
        }
      }
    }
    // A native pool has the option's name; a reservation made for a pool has the pool's.
    return parts.stream()
        .filter(part -> name.endsWith(part.text()))
        .max(Comparator.comparingInt(part -> part.text().length()))
        .or(
            () ->
                parts.stream()
                    .filter(
                        part ->
                            name.contains(part.cluster().name() + "-" + part.pool().name())
                                && part.capacity()
                                    .option()
                                    .word()
                                    .equals(scarcity.purchaseOption()))
                    .max(Comparator.comparingInt(part -> part.pool().name().length())))
        .map(
            part ->
                new Change(
                    new ExhaustedOption(
                        part.cluster().name(), part.pool().name(), part.capacity().option()),
                    scarcity,
                    part.pool().capacity().stream()
                        .filter(each -> !each.equals(part.capacity()))
                        .toList()));
  }
}
