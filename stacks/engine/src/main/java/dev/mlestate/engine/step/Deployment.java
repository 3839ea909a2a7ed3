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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run: takes registrations, does their steps, and deletes at the end what was not registered.
 */
public final class Deployment implements AutoCloseable {
  private final Run run;
  private final StepRunner runner;
  private final StepGenerator generator;
  private final StepExecutor executor;
  private final Targets targets;
  private final Set<Integer> spared = ConcurrentHashMap.newKeySet();
  private final Object deciding = new Object();
  private @Nullable StackOutputs stackOutputs;

  private record StackOutputs(String urn, Obj outputs) {}

  /**
   * A run that has not begun.
   *
   * @param targets what it is restricted to
   * @param continueOnError whether it goes on with what does not depend on a resource that failed
   */
  public Deployment(Run run, int parallel, Targets targets, boolean continueOnError) {
    this.run = run;
    this.targets = targets;
    this.runner = new StepRunner(run);
    this.generator = new StepGenerator(run, runner, targets);
    this.executor = new StepExecutor(runner, parallel, continueOnError);
  }

  public Run run() {
    return run;
  }

  /** Reads what has become of the resources of the state; says what could not be read. */
  public Optional<Failure> refresh() {
    return refresh(state -> true);
  }

  /** Reads the resources whose providers have asked for that; says what could not be read. */
  public Optional<Failure> refreshMarked() {
    return run.base().stream().anyMatch(Marks.REFRESH_BEFORE_UPDATE::on)
        ? refresh(Marks.REFRESH_BEFORE_UPDATE::on)
        : Optional.empty();
  }

  private Optional<Failure> refresh(Predicate<ResourceState> which) {
    Optional<Failure> unknown = unknownTargets();
    if (unknown.isEmpty()) {
      Differ differ = new Differ(run, Set.of(), new OldResources(run));
      unknown = new Refresh(run, runner, executor, differ).run(targets.copy(), which);
    }
    unknown.ifPresent(executor::stop);
    return executor.failure();
  }

  /** Targets that are neither in the state nor in the program. */
  private Optional<Failure> unknownTargets() {
    Set<String> known = new HashSet<>();
    run.base().forEach(state -> known.add(state.urn()));
    List<Failure> unknown =
        targets.literals().stream()
            .filter(urn -> !known.contains(urn) && !generator.knows(urn))
            .map(
                urn ->
                    new Failure(
                        Failure.Kind.INVALID,
                        urn,
                        "the target '"
                            + urn
                            + "' is not in the stack"
                            + (urn.contains("$") ? "" : "; a $ in it must be quoted in the shell")))
            .toList();
    unknown.forEach(run::fail);
    return unknown.stream().findFirst();
  }

  /** Registers a resource. */
  public CompletableFuture<Registration> register(Goal goal) {
    return execute(goal.name(), () -> generator.generate(goal));
  }

  /** Reads a resource that exists elsewhere. */
  public CompletableFuture<Registration> read(Goal goal, String id) {
    return execute(goal.name(), () -> generator.read(goal, id));
  }

  private CompletableFuture<Registration> execute(String name, Supplier<Planned> decision) {
    Planned planned;
    synchronized (deciding) {
      Optional<Failure> stopped = executor.failure();
      if (stopped.isPresent()) {
        return CompletableFuture.failedFuture(new RunFailedException(stopped.get()));
      }
      try {
        planned = decision.get();
      } catch (RunFailedException e) {
        return refuse(e);
      } catch (ProviderException | MalformedValueException | ProblemException e) {
        return refuse(
            new RunFailedException(Failure.Kind.INVALID, "", name + ": " + e.getMessage()));
      }
    }
    if (needsFailed(planned)) {
      executor.skip(planned.resource().urn());
      spare(planned);
      return CompletableFuture.completedFuture(
          new Registration(planned.resource(), Registration.Outcome.SKIPPED, true));
    }
    if (planned.steps().isEmpty()) {
      return CompletableFuture.completedFuture(done(planned));
    }
    return executor
        .execute(planned.steps())
        .thenCompose(done -> followed(name, planned))
        .exceptionally(error -> failed(planned, error));
  }

  private CompletableFuture<Registration> followed(String name, Planned planned) {
    return planned
        .next()
        .map(next -> execute(name, next))
        .orElseGet(() -> CompletableFuture.completedFuture(done(planned)));
  }

  private Registration done(Planned planned) {
    ResourceState state = run.resource(planned.resource().urn()).orElse(planned.resource());
    return new Registration(state, Registration.Outcome.DONE, planned.created());
  }

  private Registration failed(Planned planned, Throwable error) {
    String urn = planned.resource().urn();
    if (executor.failure().isPresent() || !executor.failedUrns().contains(urn)) {
      throw error instanceof CompletionException known ? known : new CompletionException(error);
    }
    spare(planned);
    ResourceState state = run.resource(urn).orElse(planned.resource());
    return new Registration(state, Registration.Outcome.FAILED, true);
  }

  /** What a registration was about stays, whatever became of it. */
  private void spare(Planned planned) {
    planned.steps().forEach(step -> step.old().ifPresent(held -> spared.add(held.handle())));
  }

  private boolean needsFailed(Planned planned) {
    Set<String> failed = executor.failedUrns();
    return !failed.isEmpty()
        && planned.steps().stream()
            .flatMap(step -> step.resource().allDependencies().stream())
            .anyMatch(failed::contains);
  }

  private CompletableFuture<Registration> refuse(RunFailedException e) {
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
    if (executor.failure().isEmpty() && programFailure.isEmpty()) {
      deleteRest();
    }
    Optional<Failure> failure = executor.anyFailure().or(run::noted).or(() -> programFailure);
    writeStackOutputs(failure.isPresent());
    return failure;
  }

  private void deleteRest() {
    Optional<Failure> unknown = unknownTargets();
    try {
      new Deletions(run, runner, executor, targets, spared).deleteRest();
    } catch (RunFailedException e) {
      executor.stop(e.failure());
    }
    unknown.ifPresent(executor::stop);
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
  public Obj stackOutputs() {
    synchronized (deciding) {
      return stackOutputs == null ? PropertyValues.EMPTY : stackOutputs.outputs();
    }
  }

  /** The outputs of the stack as the state has them; empty if it has none. */
  public Obj recordedOutputs() {
    return run.base().stream()
        .filter(state -> state.type().equals(Urn.STACK_TYPE))
        .map(ResourceState::outputs)
        .findFirst()
        .orElse(PropertyValues.EMPTY);
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
