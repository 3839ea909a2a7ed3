package dev.mlestate.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.EngineEvent;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Reporter;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.provider.ProviderRegistry;
import dev.mlestate.engine.provider.Retries;
import dev.mlestate.engine.provider.WithBuiltins;
import dev.mlestate.engine.state.DryRunLedger;
import dev.mlestate.engine.state.RunLedger;
import dev.mlestate.engine.state.Snapshot;
import dev.mlestate.engine.state.StateSession;
import dev.mlestate.engine.step.Deployment;
import dev.mlestate.engine.step.Reconciliation;
import dev.mlestate.engine.step.Run;
import dev.mlestate.engine.step.Targets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs a Pulumi program without the Pulumi CLI: the same program, the same provider protocol, the
 * same form of state and the same steps.
 *
 * <p>One run at a time. A failed run is a result with a failure; an exception means that nothing
 * was begun: a damaged or unwritable state, a program that is not there.
 */
public final class Engine {
  static final Failure CANCELLED = new Failure(Failure.Kind.CANCELLED, "", "the run was cancelled");

  private final EngineSettings settings;
  private @Nullable Deployment current;
  private @Nullable ProgramRun program;
  private boolean cancelled;

  Engine(EngineSettings settings) {
    this.settings = settings;
  }

  public static EngineBuilder builder() {
    return new EngineBuilder();
  }

  /** What a run is for. */
  private enum Purpose {
    UP,
    DESTROY,
    REFRESH
  }

  /** Says what {@link #up} would do; changes nothing. */
  public UpdateResult preview() {
    return preview(RunOptions.NONE);
  }

  /** Says what {@link #up} would do; changes nothing. */
  public UpdateResult preview(RunOptions options) {
    return dryRun(Purpose.UP, options);
  }

  /** Says what {@link #destroy} would do; changes nothing. */
  public UpdateResult previewDestroy() {
    return previewDestroy(RunOptions.NONE);
  }

  /** Says what {@link #destroy} would do; changes nothing. */
  public UpdateResult previewDestroy(RunOptions options) {
    return dryRun(Purpose.DESTROY, options);
  }

  /** Says what {@link #refresh} would find; changes nothing. */
  public UpdateResult previewRefresh() {
    return previewRefresh(RunOptions.NONE);
  }

  /** Says what {@link #refresh} would find; changes nothing. */
  public UpdateResult previewRefresh(RunOptions options) {
    return dryRun(Purpose.REFRESH, options);
  }

  /** Makes everything as the program wants it. */
  public UpdateResult up() {
    return up(RunOptions.NONE);
  }

  /** Makes everything as the program wants it. */
  public UpdateResult up(RunOptions options) {
    return realRun(Purpose.UP, options);
  }

  /** Deletes everything that the state knows; the program is not run. */
  public UpdateResult destroy() {
    return destroy(RunOptions.NONE);
  }

  /** Deletes everything that the state knows; the program is not run. */
  public UpdateResult destroy(RunOptions options) {
    return realRun(Purpose.DESTROY, options);
  }

  /** Reads what is really there into the state; the program is not run. */
  public UpdateResult refresh() {
    return refresh(RunOptions.NONE);
  }

  /** Reads what is really there into the state; the program is not run. */
  public UpdateResult refresh(RunOptions options) {
    return realRun(Purpose.REFRESH, options);
  }

  /** The state as {@code pulumi stack export} prints it, secrets encrypted. */
  public ObjectNode export() {
    return settings.store().export();
  }

  /**
   * Ends the run under way: steps in flight are finished and saved, no new ones begin. A run that
   * begins later ends before its first step.
   *
   * @return whether a run was under way
   */
  public boolean cancel() {
    @Nullable Deployment deployment;
    @Nullable ProgramRun running;
    synchronized (this) {
      cancelled = true;
      deployment = current;
      running = program;
    }
    if (deployment != null) {
      deployment.stop(CANCELLED);
    }
    if (running != null) {
      running.cancel();
    }
    return deployment != null;
  }

  private UpdateResult dryRun(Purpose purpose, RunOptions options) {
    return run(new DryRunLedger(settings.store().read()), purpose, options, true);
  }

  private UpdateResult realRun(Purpose purpose, RunOptions options) {
    try (StateSession session = settings.store().open()) {
      return run(session, purpose, options, false);
    }
  }

  private UpdateResult run(RunLedger ledger, Purpose purpose, RunOptions options, boolean preview) {
    Clock clock = settings.clock();
    Instant start = clock.instant();
    Reporter reporter = new Reporter(settings.listener(), clock);
    reporter.began(
        new EngineEvent.Began(preview, purpose == Purpose.REFRESH, settings.shownConfig()));
    try (WithBuiltins providers = new WithBuiltins(settings.providers(), settings.stackOutputs());
        ProviderRegistry registry =
            new ProviderRegistry(providers, settings.ids(), retries(reporter));
        Deployment deployment =
            new Deployment(
                new Run(
                    settings.project(),
                    settings.stack(),
                    preview,
                    reconciled(ledger, registry, reporter),
                    registry,
                    reporter,
                    clock),
                settings.parallel(),
                new Targets(options.targets(), options.targetDependents()),
                options.continueOnError())) {
      ProgramRun running = new ProgramRun(settings, deployment);
      begin(deployment, running);
      Optional<Failure> failure =
          purpose == Purpose.REFRESH || options.refresh()
              ? deployment.refresh()
              : deployment.refreshMarked();
      if (failure.isEmpty() && purpose != Purpose.REFRESH) {
        failure = purpose == Purpose.UP ? running.run() : deployment.finish(Optional.empty());
      }
      if (failure.isEmpty()) {
        ledger.settle();
      }
      Duration duration = Duration.between(start, clock.instant());
      reporter.ended(new EngineEvent.Ended(preview, summary(reporter, purpose), duration, failure));
      return new UpdateResult(
          reporter.steps(),
          summary(reporter, purpose),
          purpose == Purpose.REFRESH ? deployment.recordedOutputs() : deployment.stackOutputs(),
          reporter.diagnostics(),
          settings.shownConfig(),
          duration,
          failure,
          deployment.failures());
    } finally {
      end();
    }
  }

  private Retries retries(Reporter reporter) {
    return new Retries(
        settings.retryPolicy(),
        settings.clock(),
        (urn, message) -> reporter.say(Severity.INFO, urn, message));
  }

  private RunLedger reconciled(RunLedger ledger, ProviderRegistry registry, Reporter reporter) {
    Snapshot before = ledger.snapshot();
    Snapshot now = Reconciliation.of(before, registry, reporter, settings.clock());
    if (!now.equals(before)) {
      ledger.rebase(now);
    }
    return ledger;
  }

  private synchronized void begin(Deployment deployment, ProgramRun running) {
    current = deployment;
    program = running;
    if (cancelled) {
      deployment.stop(CANCELLED);
      running.cancel();
    }
  }

  private synchronized void end() {
    current = null;
    program = null;
  }

  private static SortedMap<String, Integer> summary(Reporter reporter, Purpose purpose) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    reporter.finishedSteps().stream()
        .filter(step -> !Deployment.isInternal(step.operation(), step.urn()))
        .filter(step -> counts(step, purpose))
        .forEach(step -> counts.merge(step.result().word(), 1, Integer::sum));
    return counts;
  }

  /** A refresh counts where it is the purpose; a read counts only where it found a change. */
  private static boolean counts(StepRecord step, Purpose purpose) {
    return switch (step.operation()) {
      case REFRESH -> purpose == Purpose.REFRESH;
      case READ ->
          step.oldState()
              .flatMap(old -> step.newState().map(now -> !old.outputs().equals(now.outputs())))
              .orElse(false);
      case SAME,
          CREATE,
          UPDATE,
          DELETE,
          REPLACE,
          CREATE_REPLACEMENT,
          DELETE_REPLACED,
          READ_REPLACEMENT,
          DISCARD,
          DISCARD_REPLACED,
          REMOVE_PENDING_REPLACE,
          IMPORT,
          IMPORT_REPLACEMENT ->
          step.logical();
    };
  }
}
