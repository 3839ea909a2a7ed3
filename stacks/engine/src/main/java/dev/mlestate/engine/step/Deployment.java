package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.provider.ProviderException;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.MalformedValueException;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One run: takes registrations, does their steps, and deletes at the end what was not registered.
 */
public final class Deployment implements AutoCloseable {
  private final Run run;
  private final StepRunner runner;
  private final StepGenerator generator;
  private final StepExecutor executor;
  private final Object deciding = new Object();
  private @Nullable StackOutputs stackOutputs;

  private record StackOutputs(String urn, Obj outputs) {}

  public Deployment(Run run, int parallel) {
    this.run = run;
    this.runner = new StepRunner(run);
    this.generator = new StepGenerator(run, runner);
    this.executor = new StepExecutor(runner, parallel);
  }

  public Run run() {
    return run;
  }

  private interface Decision {
    StepGenerator.Planned decide();
  }

  /** Reads what has become of the resources of the state; says what could not be read. */
  public Optional<Failure> refresh() {
    Optional<Failure> failure =
        new Refresh(run, runner, executor, new Differ(run, Set.of(), Map.of()))
            .run(new Targets(List.of(), false));
    failure.ifPresent(executor::stop);
    return executor.failure();
  }

  /** Registers a resource; the result is the resource as it is then. */
  public CompletableFuture<ResourceState> register(Goal goal) {
    return execute(goal.name(), () -> generator.generate(goal));
  }

  /** Reads a resource that exists elsewhere. */
  public CompletableFuture<ResourceState> read(Goal goal, String id) {
    return execute(goal.name(), () -> generator.read(goal, id));
  }

  private CompletableFuture<ResourceState> execute(String name, Decision decision) {
    StepGenerator.Planned planned;
    synchronized (deciding) {
      Optional<Failure> stopped = executor.failure();
      if (stopped.isPresent()) {
        return CompletableFuture.failedFuture(new RunFailedException(stopped.get()));
      }
      try {
        planned = decision.decide();
      } catch (RunFailedException e) {
        return refuse(e);
      } catch (ProviderException | MalformedValueException | ProblemException e) {
        return refuse(
            new RunFailedException(Failure.Kind.INVALID, "", name + ": " + e.getMessage()));
      }
    }
    StepGenerator.Planned decided = planned;
    return executor
        .execute(decided.steps())
        .thenApply(done -> run.resource(decided.urn()).orElseThrow());
  }

  private CompletableFuture<ResourceState> refuse(RunFailedException e) {
    run.reporter().say(Severity.ERROR, e.failure().urn(), e.failure().message());
    executor.stop(e.failure());
    return CompletableFuture.failedFuture(e);
  }

  /** Sets the outputs of a component that has been registered. */
  public void registerOutputs(String urn, Obj outputs) {
    if (new Urn(urn).type().equals(Urn.STACK_TYPE)) {
      // Whether outputs that are missing have gone is known only when the program has succeeded.
      synchronized (deciding) {
        stackOutputs = new StackOutputs(urn, outputs);
      }
      return;
    }
    setOutputs(urn, outputs);
  }

  private void setOutputs(String urn, Obj outputs) {
    Run.Registered resource =
        run.registered(urn)
            .orElseThrow(
                () ->
                    new RunFailedException(
                        Failure.Kind.INVALID,
                        urn,
                        "cannot complete a resource '" + urn + "' that is not registered"));
    ResourceState state = resource.held().state();
    runner.outputs(resource, state.with().outputs(outputs).build());
  }

  /** Lets no new step begin, and none wait for another attempt. */
  public void stop(Failure reason) {
    executor.stop(reason);
    run.registry().stopRetrying();
  }

  /** The steps that failed, in the order in which they did. */
  public List<Failure> failures() {
    return runner.failures();
  }

  /** Why steps no longer begin; empty as long as they do. */
  public Optional<Failure> failure() {
    return executor.failure();
  }

  /**
   * Ends the run when the program has.
   *
   * @param programFailure what the program failed with
   * @return why the run failed; empty if all is well
   */
  public Optional<Failure> finish(Optional<Failure> programFailure) {
    executor.awaitIdle();
    // A failed step makes the program fail, too: the step is the reason.
    Optional<Failure> failure = executor.failure().or(() -> programFailure);
    writeStackOutputs(failure.isPresent());
    if (failure.isPresent()) {
      return failure;
    }
    return new Deletions(run, runner, executor).deleteRest();
  }

  private void writeStackOutputs(boolean failed) {
    StackOutputs pending;
    synchronized (deciding) {
      pending = stackOutputs;
    }
    if (pending == null) {
      return;
    }
    SortedMap<String, PropertyValue> outputs = new TreeMap<>();
    if (failed) {
      run.old(pending.urn()).ifPresent(old -> outputs.putAll(old.state().outputs().members()));
    }
    outputs.putAll(pending.outputs().members());
    setOutputs(pending.urn(), new Obj(outputs));
  }

  /** The outputs of the stack as registered; empty before. */
  public synchronized Obj stackOutputs() {
    synchronized (deciding) {
      return stackOutputs == null ? PropertyValues.EMPTY : stackOutputs.outputs();
    }
  }

  /** Whether an operation belongs to the engine's own housekeeping and is not counted. */
  public static boolean isInternal(Operation operation, String urn) {
    return operation == Operation.REMOVE_PENDING_REPLACE || new Urn(urn).isDefaultProvider();
  }

  @Override
  public void close() {
    executor.close();
  }
}
