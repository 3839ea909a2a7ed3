package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Deletes what is left over, each resource after those that depend on it. */
final class Deletions {
  private final Run run;
  private final StepRunner runner;
  private final StepExecutor executor;

  Deletions(Run run, StepRunner runner, StepExecutor executor) {
    this.run = run;
    this.runner = runner;
    this.executor = executor;
  }

  /** Deletes everything that was there when the run began and that no step has taken over. */
  Optional<Failure> deleteRest() {
    Map<Integer, Step> steps = new LinkedHashMap<>();
    Map<Integer, ResourceState> states = run.ledger().before();
    states.forEach((handle, state) -> steps.put(handle, step(new Held(handle, state))));
    states.values().forEach(state -> runner.willDelete(state.urn()));
    return execute(steps, states);
  }

  private static Step step(Held held) {
    if (held.state().delete()) {
      return Step.deleteReplaced(held, false);
    }
    return held.state().pendingReplacement() ? Step.removePendingReplace(held) : Step.delete(held);
  }

  private Optional<Failure> execute(Map<Integer, Step> steps, Map<Integer, ResourceState> states) {
    // In reverse order, so that each resource finds those that depend on it under way.
    List<Integer> handles = new ArrayList<>(steps.keySet());
    Map<Integer, CompletableFuture<Void>> running = new LinkedHashMap<>();
    Map<Integer, Set<Integer>> dependents = dependents(handles, states);
    for (int i = handles.size() - 1; i >= 0; i--) {
      int handle = handles.get(i);
      Step step = Objects.requireNonNull(steps.get(handle));
      List<CompletableFuture<Void>> before = new ArrayList<>();
      for (int dependent : dependents.getOrDefault(handle, Set.of())) {
        before.add(Objects.requireNonNull(running.get(dependent)));
      }
      running.put(
          handle,
          CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
              .thenCompose(ready -> executor.executeAlone(step)));
    }
    Optional<Failure> first = Optional.empty();
    for (CompletableFuture<Void> deletion : running.values()) {
      Optional<Failure> failure = failure(deletion);
      first = first.isPresent() ? first : failure;
    }
    return first;
  }

  private static Optional<Failure> failure(CompletableFuture<Void> deletion) {
    try {
      deletion.join();
      return Optional.empty();
    } catch (CompletionException e) {
      return Optional.of(RunFailedException.failureOf(e));
    }
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
