package dev.mlestate.testkit.graph;

import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.state.ResourceState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a run's steps: what there is in the end, and what became of it. */
final class GraphReader {
  /** What takes something away, so that it says nothing of what there is. */
  private static final Set<Operation> REMOVALS =
      EnumSet.of(
          Operation.DELETE,
          Operation.DELETE_REPLACED,
          Operation.DISCARD,
          Operation.DISCARD_REPLACED,
          Operation.REMOVE_PENDING_REPLACE);

  private static final Set<Operation> UNCHANGED = EnumSet.of(Operation.SAME, Operation.READ);

  private GraphReader() {}

  /** What there is at the end of a run, by URN. */
  static Map<String, GraphResource> resources(UpdateResult result) {
    Map<String, GraphResource> resources = new TreeMap<>();
    for (StepRecord step : result.steps()) {
      if (REMOVALS.contains(step.operation())) {
        continue;
      }
      step.newState()
          .map(state -> new GraphResource(state, step.operation()))
          .ifPresent(resource -> resources.merge(step.urn(), resource, GraphReader::whole));
    }
    return Collections.unmodifiableMap(resources);
  }

  /** Of a replacement's steps, the state that is left and the word for the whole. */
  private static GraphResource whole(GraphResource before, GraphResource after) {
    ResourceState state = after.operation() == Operation.REPLACE ? before.state() : after.state();
    boolean replaced =
        before.operation() == Operation.REPLACE
            || before.operation() == Operation.CREATE_REPLACEMENT
            || after.operation() == Operation.REPLACE;
    return new GraphResource(state, replaced ? Operation.REPLACE : after.operation());
  }

  /** What a run changed, in the order of the changes' beginnings. */
  static List<Change> changes(UpdateResult result) {
    return result.steps().stream()
        .filter(step -> step.logical() || step.operation() == Operation.REFRESH)
        .filter(step -> !UNCHANGED.contains(step.result()))
        .flatMap(step -> change(step).stream())
        .toList();
  }

  /** Of a refresh, what it found that somebody else did. */
  private static Optional<Change> change(StepRecord step) {
    List<String> because =
        step.result() == Operation.REPLACE ? step.replaceReasons() : step.diffReasons();
    return Stream.of(step.newState(), step.planned(), step.oldState())
        .flatMap(Optional::stream)
        .findFirst()
        .map(state -> new GraphResource(state, step.result()))
        .map(resource -> new Change(step.result(), resource, because));
  }
}
