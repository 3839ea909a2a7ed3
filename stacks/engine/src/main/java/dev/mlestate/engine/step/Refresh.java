package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.Reporter.Running;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.provider.Diff;
import dev.mlestate.engine.provider.Reading;
import dev.mlestate.engine.state.JournalEntry;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.ResourceStateBuilder;
import dev.mlestate.wire.PropertyDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/**
 * Reads what has become of the resources of the state, and writes it into the state. What a
 * provider cannot read fails the run once the others have been read.
 */
final class Refresh {
  private final Run run;
  private final StepRunner runner;
  private final StepExecutor executor;
  private final Differ differ;

  Refresh(Run run, StepRunner runner, StepExecutor executor, Differ differ) {
    this.run = run;
    this.runner = runner;
    this.executor = executor;
    this.differ = differ;
  }

  /**
   * Reads resources.
   *
   * @param which those to read, if they are targets as well
   */
  Optional<Failure> run(Targets targets, Predicate<ResourceState> which) {
    SortedMap<Integer, ResourceState> before = run.ledger().before();
    Map<Integer, CompletableFuture<Optional<ResourceState>>> readings = new LinkedHashMap<>();
    before.forEach(
        (handle, state) -> {
          if (which.test(state) && targets.covers(state)) {
            targets.add(state.urn());
            readings.put(handle, executor.submit(() -> refreshed(state)));
          }
        });
    Optional<Failure> failure = Optional.empty();
    Map<Integer, Optional<ResourceState>> found = new LinkedHashMap<>();
    for (Map.Entry<Integer, CompletableFuture<Optional<ResourceState>>> reading :
        readings.entrySet()) {
      try {
        found.put(reading.getKey(), reading.getValue().join());
      } catch (CompletionException e) {
        failure = failure.or(() -> Optional.of(RunFailedException.failureOf(e)));
      }
    }
    adopt(before, found);
    run.rebase();
    return failure;
  }

  private Optional<ResourceState> refreshed(ResourceState state) {
    Running running = run.reporter().started(record(state));
    return runner.attempt(
        running,
        () -> {
          StepRecord outcome = look(state, running.step());
          run.reporter().finished(running, outcome);
          return outcome.newState();
        });
  }

  private static StepRecord record(ResourceState state) {
    return new StepRecord(
        Operation.REFRESH,
        state.urn(),
        state.provider(),
        Optional.of(state),
        Optional.of(state),
        Optional.of(state),
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        Operation.SAME);
  }

  private StepRecord look(ResourceState state, StepRecord record) {
    if (!state.custom() || state.isProvider() || state.pendingReplacement()) {
      return record;
    }
    Reading reading = run.client(state).read(state, state.inputs(), state.outputs());
    if (reading.id().isEmpty() || reading.outputs().isEmpty()) {
      return record.found(Operation.DELETE, Optional.empty(), List.of(), Optional.empty());
    }
    if (!reading.problems().isEmpty()) {
      run.reporter()
          .say(
              Severity.WARNING,
              state.urn(),
              "the resource is there but not healthy: " + String.join("; ", reading.problems()));
    }
    ResourceState now = adopted(state, reading);
    if (state.external()) {
      // Pulumi does not manage it, so its provider is not asked what should be.
      boolean same = PropertyDiff.same(state.outputs(), now.outputs());
      return record.found(
          same ? Operation.SAME : Operation.UPDATE, Optional.of(now), List.of(), Optional.empty());
    }
    // What an up would change back, seen from the other side.
    Diff diff = differ.ask(now, state.inputs(), state.ignoreChanges(), now).inverse();
    return record.found(
        diff.changes() == Diff.Changes.NONE ? Operation.SAME : Operation.UPDATE,
        Optional.of(now),
        diff.changedKeys(),
        diff.detailed());
  }

  private ResourceState adopted(ResourceState state, Reading reading) {
    ResourceStateBuilder now =
        state
            .with()
            .id(reading.id())
            .inputs(reading.inputs().orElse(state.inputs()))
            .outputs(reading.outputs().orElseThrow())
            .initErrors(reading.problems());
    ResourceState found =
        Marks.REFRESH_BEFORE_UPDATE.set(
            SecretMarks.apply(now.build()), reading.refreshBeforeUpdate());
    boolean changed =
        !found.inputs().equals(state.inputs()) || !found.outputs().equals(state.outputs());
    return changed ? found.with().modified(Optional.of(run.clock().instant())).build() : found;
  }

  /** Writes what was found, in one piece, and takes out what refers to resources that are gone. */
  private void adopt(
      SortedMap<Integer, ResourceState> before, Map<Integer, Optional<ResourceState>> found) {
    JournalEntry.Builder entry = JournalEntry.builder();
    References references = new References();
    boolean changed = false;
    for (Map.Entry<Integer, ResourceState> resource : before.entrySet()) {
      int handle = resource.getKey();
      ResourceState state = resource.getValue();
      Optional<ResourceState> now =
          Objects.requireNonNull(found.getOrDefault(handle, Optional.of(state)));
      if (now.isEmpty()) {
        entry.remove(handle);
        changed = true;
        continue;
      }
      ResourceState repaired = references.add(now.get());
      if (!repaired.equals(state)) {
        entry.put(handle, repaired);
        changed = true;
      }
    }
    if (changed) {
      run.ledger().apply(entry.build(), true);
    }
  }
}
