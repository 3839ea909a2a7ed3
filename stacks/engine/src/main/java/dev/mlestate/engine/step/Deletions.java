package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Deletes what is left over, each resource after those that depend on it. */
final class Deletions {
  private final Run run;
  private final StepRunner runner;
  private final StepExecutor executor;
  private final Targets targets;
  private final Set<Integer> spared;

  /**
   * Of a run whose program has ended.
   *
   * @param spared the handles of the resources whose registration led to nothing
   */
  Deletions(
      Run run, StepRunner runner, StepExecutor executor, Targets targets, Set<Integer> spared) {
    this.run = run;
    this.runner = runner;
    this.executor = executor;
    this.targets = targets;
    this.spared = spared;
  }

  /** Deletes everything that was there when the run began and that no step has taken over. */
  void deleteRest() {
    Set<String> allowed = allowed();
    Map<Integer, ResourceState> doomed = new LinkedHashMap<>();
    List<Step> kept = new ArrayList<>();
    run.ledger()
        .before()
        .forEach(
            (handle, state) -> {
              if (spared.contains(handle) && !state.delete()) {
                return;
              }
              if (allowed.contains(state.urn())) {
                doomed.put(handle, state);
              } else if (!state.delete()) {
                kept.add(Step.keep(new Held(handle, state)));
              }
            });
    Map<Integer, Step> steps = new LinkedHashMap<>();
    doomed.forEach((handle, state) -> steps.put(handle, step(new Held(handle, state))));
    refuseUntargeted(steps);
    doomed.values().forEach(state -> runner.willDelete(state.urn()));
    kept.forEach(runner::run);
    execute(steps, doomed);
  }

  private static Step step(Held held) {
    if (held.state().delete()) {
      return Step.deleteReplaced(held, false);
    }
    return held.state().pendingReplacement() ? Step.removePendingReplace(held) : Step.delete(held);
  }

  /** The targets and whatever cannot be without them. */
  private Set<String> allowed() {
    Set<String> urns = new HashSet<>();
    for (ResourceState state : run.base()) {
      if (targets.contains(state.urn())
          || state.allDependencies().stream().anyMatch(urns::contains)) {
        urns.add(state.urn());
      }
    }
    return urns;
  }

  private void refuseUntargeted(Map<Integer, Step> steps) {
    if (targets.withDependents()) {
      return;
    }
    List<Failure> refused = new ArrayList<>();
    for (Step step : steps.values()) {
      String urn = step.resource().urn();
      if (!targets.contains(urn)) {
        refused.add(
            new Failure(
                Failure.Kind.INVALID,
                urn,
                "resource '"
                    + urn
                    + "' depends on a target and would be deleted, but is no target; name it as one"
                    + " or allow dependents of targets"));
      }
    }
    refused.forEach(run::fail);
    if (!refused.isEmpty() && !run.preview()) {
      throw new RunFailedException(refused.get(0));
    }
  }

  private void execute(Map<Integer, Step> steps, Map<Integer, ResourceState> states) {
    // In reverse order, so that each resource finds those that depend on it under way.
    List<Integer> handles = new ArrayList<>(steps.keySet());
    Map<Integer, CompletableFuture<Void>> running = new LinkedHashMap<>();
    Map<Integer, Set<Integer>> dependents = dependents(handles, states);
    Set<String> needed = needed(states);
    for (int i = handles.size() - 1; i >= 0; i--) {
      int handle = handles.get(i);
      Step step = Objects.requireNonNull(steps.get(handle));
      if (needed.contains(step.resource().urn())) {
        running.put(
            handle, CompletableFuture.failedFuture(new CancellationException("still needed")));
        continue;
      }
      List<CompletableFuture<Void>> before = new ArrayList<>();
      for (int dependent : dependents.getOrDefault(handle, Set.of())) {
        before.add(Objects.requireNonNull(running.get(dependent)));
      }
      // As in Pulumi, a refused deletion of a protected resource does not hide the next one.
      boolean tolerant = step.operation() == Operation.DELETE && step.resource().protect();
      running.put(
          handle,
          CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
              .thenCompose(ready -> executor.execute(step, tolerant)));
    }
    // What failed has been reported; what was to come after it is left.
    running.values().forEach(deletion -> deletion.handle((done, failure) -> true).join());
  }

  /** What resources that failed depend on, and so cannot be deleted. */
  private Set<String> needed(Map<Integer, ResourceState> states) {
    Set<String> needed = new HashSet<>();
    if (executor.failedUrns().isEmpty()) {
      return needed;
    }
    Map<String, Set<String>> dependencies = new LinkedHashMap<>();
    List<ResourceState> all = new ArrayList<>(run.base());
    all.addAll(states.values());
    for (ResourceState state : all) {
      dependencies
          .computeIfAbsent(state.urn(), urn -> new HashSet<>())
          .addAll(state.allDependencies());
    }
    List<String> frontier = new ArrayList<>(executor.failedUrns());
    while (!frontier.isEmpty()) {
      String urn = frontier.remove(frontier.size() - 1);
      for (String dependency : dependencies.getOrDefault(urn, Set.of())) {
        if (needed.add(dependency)) {
          frontier.add(dependency);
        }
      }
    }
    return needed;
  }

  private static Map<Integer, Set<Integer>> dependents(
      List<Integer> handles, Map<Integer, ResourceState> states) {
    Map<String, List<Integer>> earlier = new LinkedHashMap<>();
    Map<Integer, Set<Integer>> dependents = new LinkedHashMap<>();
    for (int handle : handles) {
      ResourceState state = Objects.requireNonNull(states.get(handle));
      for (String urn : state.allDependencies()) {
        for (int dependency : earlier.getOrDefault(urn, List.of())) {
          dependents.computeIfAbsent(dependency, key -> new HashSet<>()).add(handle);
        }
      }
      earlier.computeIfAbsent(state.urn(), key -> new ArrayList<>()).add(handle);
    }
    return dependents;
  }
}
