package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.provider.Diff;
import dev.mlestate.engine.state.ResourceState;
import java.util.List;
import java.util.Optional;

/**
 * One thing to do.
 *
 * @param old the resource before
 * @param wanted the resource to come, as far as it is known
 * @param diff what differs; empty of reasons where that is no matter
 * @param keepsOld whether the old resource stays in the state: one that is replaced until its
 *     deletion at the end, or one deleted first until its replacement is there; of a replacement as
 *     a whole: whether the new resource comes first; of one that stays as it is: whether that is
 *     because it is no target
 */
record Step(
    Operation operation,
    Optional<Held> old,
    Optional<ResourceState> wanted,
    Diff diff,
    boolean keepsOld) {

  static Step same(Held old, ResourceState wanted) {
    return new Step(Operation.SAME, Optional.of(old), Optional.of(wanted), Diff.NONE, false);
  }

  /** What is no target stays as it is. */
  static Step keep(Held old) {
    return new Step(Operation.SAME, Optional.of(old), Optional.of(old.state()), Diff.NONE, true);
  }

  /** What is no target is not created; nothing of it gets into the state. */
  static Step skipCreate(ResourceState wanted) {
    return new Step(Operation.SAME, Optional.empty(), Optional.of(wanted), Diff.NONE, false);
  }

  static Step importing(Optional<Held> original, ResourceState wanted) {
    Operation operation = original.isPresent() ? Operation.IMPORT_REPLACEMENT : Operation.IMPORT;
    return new Step(operation, original, Optional.of(wanted), Diff.NONE, true);
  }

  static Step read(Optional<Held> old, ResourceState wanted) {
    return new Step(Operation.READ, old, Optional.of(wanted), Diff.NONE, false);
  }

  static Step readReplacement(Held old, ResourceState wanted) {
    return new Step(
        Operation.READ_REPLACEMENT, Optional.of(old), Optional.of(wanted), Diff.NONE, true);
  }

  static Step create(ResourceState wanted) {
    return new Step(Operation.CREATE, Optional.empty(), Optional.of(wanted), Diff.NONE, false);
  }

  static Step update(Held old, ResourceState wanted, Diff diff) {
    return new Step(Operation.UPDATE, Optional.of(old), Optional.of(wanted), diff, false);
  }

  static Step createReplacement(Held old, ResourceState wanted, Diff diff, boolean keepsOld) {
    return new Step(
        Operation.CREATE_REPLACEMENT, Optional.of(old), Optional.of(wanted), diff, keepsOld);
  }

  static Step replace(Held old, ResourceState wanted, Diff diff, boolean newFirst) {
    return new Step(Operation.REPLACE, Optional.of(old), Optional.of(wanted), diff, newFirst);
  }

  static Step delete(Held old) {
    Operation operation = old.state().external() ? Operation.DISCARD : Operation.DELETE;
    return new Step(operation, Optional.of(old), Optional.empty(), Diff.NONE, false);
  }

  static Step deleteReplaced(Held old, boolean keepsOld) {
    Operation operation =
        old.state().external() ? Operation.DISCARD_REPLACED : Operation.DELETE_REPLACED;
    return new Step(operation, Optional.of(old), Optional.empty(), Diff.NONE, keepsOld);
  }

  static Step removePendingReplace(Held old) {
    return new Step(
        Operation.REMOVE_PENDING_REPLACE, Optional.of(old), Optional.empty(), Diff.NONE, false);
  }

  /** Whether the step leaves a resource as it is. */
  boolean leaves(Held held) {
    return operation == Operation.SAME && old.filter(held::equals).isPresent();
  }

  /** The resource that the step is about: the new one, if there is one. */
  ResourceState resource() {
    return wanted.orElseGet(() -> old.orElseThrow().state());
  }

  StepRecord record() {
    boolean replaces = operation == Operation.REPLACE || operation == Operation.CREATE_REPLACEMENT;
    boolean changes = replaces || operation == Operation.UPDATE;
    return new StepRecord(
        operation,
        resource().urn(),
        resource().provider(),
        old.map(Held::state),
        wanted,
        wanted,
        changes ? diff.changedKeys() : List.of(),
        replaces ? diff.replaceKeys() : List.of(),
        changes ? diff.detailed() : Optional.empty(),
        logical(),
        operation);
  }

  private boolean logical() {
    return switch (operation) {
      case SAME, CREATE, UPDATE, DELETE, REPLACE, READ, DISCARD, IMPORT -> true;
      case CREATE_REPLACEMENT,
          DELETE_REPLACED,
          READ_REPLACEMENT,
          DISCARD_REPLACED,
          REMOVE_PENDING_REPLACE,
          REFRESH,
          IMPORT_REPLACEMENT ->
          false;
    };
  }
}
