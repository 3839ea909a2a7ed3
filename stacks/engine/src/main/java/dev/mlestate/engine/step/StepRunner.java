package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.Reporter.Running;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.provider.ProviderException;
import dev.mlestate.engine.provider.Reading;
import dev.mlestate.engine.provider.Result;
import dev.mlestate.engine.state.JournalEntry;
import dev.mlestate.engine.state.PendingOperation;
import dev.mlestate.engine.state.PendingOperation.Kind;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.ResourceStateBuilder;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.MalformedValueException;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.Sentinels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Does steps: calls the provider, and notes the outcome in the state before anybody learns of it.
 */
final class StepRunner {
  private final Run run;
  private final Set<String> deletedUrns = ConcurrentHashMap.newKeySet();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();

  StepRunner(Run run) {
    this.run = run;
  }

  /** Tells of a deletion to come: resources deleted with it need no deletion of their own. */
  void willDelete(String urn) {
    deletedUrns.add(urn);
  }

  /**
   * Does one step.
   *
   * @throws RunFailedException if it cannot be done; what it led to nevertheless is in the state
   */
  void run(Step step) {
    Running running = run.reporter().started(record(step));
    Optional<ResourceState> outcome = attempt(running, () -> apply(step, running));
    run.reporter().finished(running, running.step().withNewState(outcome));
  }

  /**
   * Does what a step is about.
   *
   * @throws RunFailedException if it cannot be done; that has been reported
   */
  <T> T attempt(Running running, Supplier<T> action) {
    try {
      return action.get();
    } catch (ProviderException e) {
      throw failed(running, e.failure(running.step().urn()));
    } catch (MalformedValueException | ProblemException e) {
      throw failed(running, String.valueOf(e.getMessage()));
    } catch (RunFailedException e) {
      throw failed(running, e.failure().message());
    } catch (RuntimeException e) {
      throw failed(running, "internal error: " + e);
    }
  }

  /** A replacement as a whole shows what its half that came first has led to, as in Pulumi. */
  private StepRecord record(Step step) {
    StepRecord record = step.record();
    if (step.operation() != Operation.REPLACE) {
      return record;
    }
    boolean newFirst = step.keepsOld();
    Optional<ResourceState> old =
        record
            .oldState()
            .map(
                state ->
                    newFirst
                        ? state.with().delete(true).build()
                        : state.with().pendingReplacement(true).build());
    return record.replacing(
        old, newFirst ? run.resource(record.urn()).or(step::wanted) : step.wanted());
  }

  private RunFailedException failed(Running running, String reason) {
    return failed(running, new Failure(Failure.Kind.STEP, running.step().urn(), reason));
  }

  private RunFailedException failed(Running running, Failure failure) {
    failures.add(failure);
    run.reporter().say(Severity.ERROR, failure.urn(), failure.message());
    // A preview did nothing that could have failed: it says what is wrong, as in Pulumi.
    if (!run.preview()) {
      run.reporter().failed(running, failure.message());
    }
    return new RunFailedException(failure);
  }

  /** The steps that failed, in the order in which they did. */
  List<Failure> failures() {
    return List.copyOf(failures);
  }

  private Optional<ResourceState> apply(Step step, Running running) {
    return switch (step.operation()) {
      case SAME -> Optional.of(same(step, running));
      case CREATE, CREATE_REPLACEMENT -> Optional.of(create(step, running));
      case UPDATE -> Optional.of(update(step, running));
      case READ, READ_REPLACEMENT -> Optional.of(read(step, running));
      case REPLACE -> running.step().newState();
      case DELETE, DELETE_REPLACED, DISCARD, DISCARD_REPLACED -> delete(step);
      case REMOVE_PENDING_REPLACE -> {
        int handle = step.old().orElseThrow().handle();
        run.ledger().apply(JournalEntry.builder().remove(handle).build(), true);
        yield Optional.empty();
      }
      case IMPORT, IMPORT_REPLACEMENT -> Optional.of(importing(step, running));
      case REFRESH -> throw new IllegalArgumentException("a refresh is no step of a chain");
    };
  }

  private ResourceState same(Step step, Running running) {
    ResourceState wanted = step.resource();
    if (step.old().isEmpty()) {
      // Not created, because it is no target: nothing of it gets into the state.
      return wanted;
    }
    ResourceState old = step.old().get().state();
    if (step.keepsOld()) {
      return write(step, old, running, OptionalInt.empty(), false);
    }
    if (wanted.isProvider()) {
      // The provider called these inputs no change, so it goes on with those that it has.
      run.registry().same(wanted.with().id(old.id()).inputs(old.inputs()).build());
    }
    ResourceState state =
        SecretMarks.apply(wanted.with().id(old.id()).outputs(old.outputs()).build());
    write(step, state, running, OptionalInt.empty(), !state.equals(old));
    return state;
  }

  private ResourceState create(Step step, Running running) {
    ResourceState wanted = step.resource();
    Instant now = run.clock().instant();
    ResourceStateBuilder state = wanted.with().created(Optional.of(now)).modified(Optional.of(now));
    if (!wanted.custom()) {
      return write(step, state.build(), running, OptionalInt.empty(), true);
    }
    String token = run.ledger().newToken();
    OptionalInt operation = begin(new PendingOperation(Kind.CREATING, wanted, token));
    try {
      Result result = run.providerOf(wanted).create(wanted, token, run.preview());
      return written(step, state.id(result.id()), result, running, operation);
    } catch (ProviderException e) {
      if (!e.isOpen()) {
        end(operation);
      }
      throw e;
    }
  }

  private ResourceState update(Step step, Running running) {
    ResourceState old = step.old().orElseThrow().state();
    ResourceState wanted = step.resource().with().id(old.id()).build();
    if (!wanted.custom()) {
      ResourceState state = wanted.with().outputs(old.outputs()).build();
      return write(step, state, running, OptionalInt.empty(), true);
    }
    OptionalInt operation = begin(new PendingOperation(Kind.UPDATING, wanted, ""));
    try {
      Result result = run.providerOf(wanted).update(old, wanted, run.preview());
      ResourceStateBuilder state = wanted.with().modified(Optional.of(run.clock().instant()));
      return written(step, state, result, running, operation);
    } catch (ProviderException e) {
      end(operation);
      throw e;
    }
  }

  private ResourceState read(Step step, Running running) {
    ResourceState wanted = step.resource();
    if (wanted.id().equals(Sentinels.UNKNOWN)) {
      return write(step, wanted, running, OptionalInt.empty(), true);
    }
    Reading reading = run.providerOf(wanted).read(wanted, wanted.inputs(), wanted.inputs());
    Obj outputs = reading.outputs().orElseThrow(() -> missing(wanted.id()));
    String id = reading.id().isEmpty() ? wanted.id() : reading.id();
    boolean changed =
        step.old()
            .filter(
                old ->
                    !old.state().inputs().equals(wanted.inputs())
                        || !old.state().outputs().equals(outputs))
            .isPresent();
    ResourceStateBuilder state = wanted.with().id(id);
    if (changed) {
      state.modified(Optional.of(run.clock().instant()));
    }
    Result result = new Result(id, outputs, reading.problems());
    return written(step, state, result, running, OptionalInt.empty());
  }

  private static ProviderException missing(String id) {
    return new ProviderException("resource '" + id + "' does not exist");
  }

  private ResourceState importing(Step step, Running running) {
    ResourceState wanted = step.resource();
    String importId = ImportId.of(wanted);
    Reading reading =
        run.providerOf(wanted)
            .read(wanted.with().id(importId).build(), PropertyValues.EMPTY, PropertyValues.EMPTY);
    Obj outputs = reading.outputs().orElseThrow(() -> missing(importId));
    Obj inputs =
        reading
            .inputs()
            .orElseThrow(
                () ->
                    new ProviderException(
                        "the provider of "
                            + wanted.type()
                            + " does not support importing; a newer version of it may"));
    String id = reading.id().isEmpty() ? importId : reading.id();
    Instant now = run.clock().instant();
    ResourceStateBuilder state =
        wanted.with().id(id).inputs(inputs).created(Optional.of(now)).modified(Optional.of(now));
    return written(
        step,
        state,
        new Result(id, outputs, reading.problems(), reading.refreshBeforeUpdate()),
        running,
        OptionalInt.empty());
  }

  private ResourceState written(
      Step step,
      ResourceStateBuilder builder,
      Result result,
      Running running,
      OptionalInt operation) {
    // An update that succeeded in part is to be tried again: what differs must still differ.
    if (step.operation() == Operation.UPDATE && !result.problems().isEmpty()) {
      step.old().ifPresent(old -> builder.inputs(old.state().inputs()));
    }
    ResourceState state =
        write(
            step,
            Marks.REFRESH_BEFORE_UPDATE.set(
                SecretMarks.apply(
                    builder.outputs(result.outputs()).initErrors(result.problems()).build()),
                result.refreshBeforeUpdate()),
            running,
            operation,
            true);
    if (!result.problems().isEmpty()) {
      throw new RunFailedException(
          Failure.Kind.STEP, state.urn(), String.join("; ", result.problems()));
    }
    return state;
  }

  private ResourceState write(
      Step step, ResourceState state, Running running, OptionalInt operation, boolean durable) {
    int handle = run.ledger().newHandle();
    JournalEntry.Builder entry = JournalEntry.builder().put(handle, state).finish(operation);
    step.old()
        .ifPresent(
            old -> {
              if (step.keepsOld() && step.operation() != Operation.SAME) {
                entry.put(old.handle(), old.state().with().delete(true).build());
              } else {
                entry.remove(old.handle());
              }
            });
    run.ledger().apply(entry.build(), durable);
    run.register(new Run.Registered(new Held(handle, state), running));
    return state;
  }

  private Optional<ResourceState> delete(Step step) {
    Held old = step.old().orElseThrow();
    ResourceState state = old.state();
    boolean replacing =
        step.operation() == Operation.DELETE_REPLACED
            || step.operation() == Operation.DISCARD_REPLACED;
    if (!replacing && state.protect()) {
      throw new RunFailedException(
          Failure.Kind.STEP,
          state.urn(),
          "resource \""
              + state.urn()
              + "\" cannot be deleted because it is protected; remove the protect option in the"
              + " program and run up first");
    }
    OptionalInt operation = OptionalInt.empty();
    if (deletesReally(state)) {
      // What is deleted to make room for its replacement is not simply gone afterwards.
      ResourceState deleting =
          step.keepsOld() ? state.with().pendingReplacement(true).build() : state;
      operation = begin(new PendingOperation(Kind.DELETING, deleting, ""));
      try {
        run.providerOf(state).delete(state);
      } catch (ProviderException e) {
        end(operation);
        throw e;
      }
    }
    JournalEntry.Builder entry = JournalEntry.builder().finish(operation);
    if (step.keepsOld()) {
      entry.put(old.handle(), state.with().pendingReplacement(true).build());
    } else {
      entry.remove(old.handle());
    }
    run.ledger().apply(entry.build(), true);
    return Optional.empty();
  }

  private boolean deletesReally(ResourceState state) {
    return !run.preview()
        && state.custom()
        && !state.isProvider()
        && !state.external()
        && !state.retainOnDelete()
        && !state.pendingReplacement()
        && (state.deletedWith().isEmpty() || !deletedUrns.contains(state.deletedWith()));
  }

  private OptionalInt begin(PendingOperation operation) {
    return run.preview() || operation.resource().isProvider()
        ? OptionalInt.empty()
        : run.ledger().begin(operation);
  }

  private void end(OptionalInt operation) {
    if (operation.isPresent()) {
      run.ledger().apply(JournalEntry.builder().finish(operation).build(), true);
    }
  }

  /** Sets a component's outputs. */
  void outputs(Run.Registered resource, ResourceState state) {
    int handle = resource.held().handle();
    Held held = new Held(handle, state);
    if (!state.equals(resource.held().state())) {
      run.ledger().apply(JournalEntry.builder().put(handle, state).build(), true);
    }
    run.register(new Run.Registered(held, resource.running()));
    run.reporter()
        .amend(resource.running(), resource.running().step().withNewState(Optional.of(state)));
  }
}
