package dev.mlestate.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Reporter;
import dev.mlestate.engine.monitor.MonitorServer;
import dev.mlestate.engine.program.Program;
import dev.mlestate.engine.program.ProgramEnvironment;
import dev.mlestate.engine.provider.ProviderRegistry;
import dev.mlestate.engine.provider.ProviderSource;
import dev.mlestate.engine.state.DryRunLedger;
import dev.mlestate.engine.state.PendingOperation;
import dev.mlestate.engine.state.RunLedger;
import dev.mlestate.engine.state.StateSession;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.engine.step.Deployment;
import dev.mlestate.engine.step.Run;
import dev.mlestate.wire.Sentinels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a Pulumi program without the Pulumi CLI: the same program, the same provider protocol, the
 * same form of state and the same steps.
 *
 * <p>One run at a time. A failed run is a result with a failure; an exception means that nothing
 * was begun: a damaged or unwritable state, a program that is not there.
 */
public final class Engine {
  // How long a program may take to end once a step has failed.
  private static final long PROGRAM_GRACE_SECONDS = 5;

  private final EngineBuilder settings;
  private final int parallel;
  private @Nullable Deployment current;
  private Program.@Nullable Running program;
  private boolean cancelled;

  Engine(EngineBuilder settings) {
    this.settings = settings;
    this.parallel = settings.parallel;
  }

  public static EngineBuilder builder() {
    return new EngineBuilder();
  }

  /** Says what {@link #up} would do; changes nothing. */
  public UpdateResult preview() {
    return run(new DryRunLedger(store().read()), true, true);
  }

  /** Says what {@link #destroy} would do; changes nothing. */
  public UpdateResult previewDestroy() {
    return run(new DryRunLedger(store().read()), true, false);
  }

  /** Makes everything as the program wants it. */
  public UpdateResult up() {
    try (StateSession session = store().open()) {
      return run(session, false, true);
    }
  }

  /** Deletes everything that the state knows; the program is not run. */
  public UpdateResult destroy() {
    try (StateSession session = store().open()) {
      return run(session, false, false);
    }
  }

  /** The state as {@code pulumi stack export} prints it, secrets encrypted. */
  public ObjectNode export() {
    return store().export();
  }

  /** Ends the run under way: steps in flight are finished and saved, no new ones begin. */
  public void cancel() {
    @Nullable Deployment deployment;
    Program.@Nullable Running running;
    synchronized (this) {
      cancelled = true;
      deployment = current;
      running = program;
    }
    if (deployment != null) {
      deployment.stop(CANCELLED);
    }
    if (running != null) {
      running.kill();
    }
  }

  private static final Failure CANCELLED =
      new Failure(Failure.Kind.CANCELLED, "", "the run was cancelled");

  private StateStore store() {
    return Objects.requireNonNull(settings.store);
  }

  private UpdateResult run(RunLedger ledger, boolean preview, boolean runsProgram) {
    Clock clock = settings.clock;
    Instant start = clock.instant();
    Reporter reporter = new Reporter(settings.listener, clock);
    warnOfInterrupted(ledger, reporter);
    try (ProviderRegistry registry =
            new ProviderRegistry(Objects.requireNonNull(settings.providers), settings.ids);
        Deployment deployment =
            new Deployment(
                new Run(
                    settings.project, settings.stack, preview, ledger, registry, reporter, clock),
                parallel)) {
      begin(deployment);
      Optional<Failure> failure =
          runsProgram ? runProgram(deployment, preview) : deployment.finish(Optional.empty());
      if (failure.isEmpty()) {
        ledger.settle();
      }
      return new UpdateResult(
          reporter.steps(),
          summary(reporter),
          deployment.stackOutputs(),
          reporter.diagnostics(),
          shownConfig(),
          Duration.between(start, clock.instant()),
          failure);
    } finally {
      end();
    }
  }

  private synchronized void begin(Deployment deployment) {
    current = deployment;
    if (cancelled) {
      deployment.stop(CANCELLED);
    }
  }

  private synchronized void end() {
    current = null;
    program = null;
  }

  private static void warnOfInterrupted(RunLedger ledger, Reporter reporter) {
    for (PendingOperation operation : ledger.snapshot().pending()) {
      reporter.say(
          Severity.WARNING,
          operation.resource().urn(),
          "an earlier run was interrupted while "
              + operation.kind().word()
              + " this resource; whether that was done is not known");
    }
  }

  private Optional<Failure> runProgram(Deployment deployment, boolean preview) {
    try (MonitorServer server =
        MonitorServer.start(deployment, settings.config, settings.organization, parallel)) {
      ProgramEnvironment environment =
          new ProgramEnvironment(
              server.address(),
              settings.organization,
              settings.project,
              settings.stack,
              preview,
              parallel,
              settings.config,
              settings.secretKeys,
              line -> deployment.run().reporter().say(Severity.INFO, "", line));
      Program.Running running = Objects.requireNonNull(settings.program).start(environment);
      synchronized (this) {
        program = running;
        if (cancelled) {
          running.kill();
        }
      }
      Optional<Failure> failure = await(deployment, running);
      return deployment.finish(failure);
    }
  }

  private Optional<Failure> await(Deployment deployment, Program.Running running) {
    Program.Outcome outcome = outcome(deployment, running);
    if (outcome.exitCode() == 0) {
      return Optional.empty();
    }
    Reporter reporter = deployment.run().reporter();
    String message =
        reporter
            .firstError()
            .map(diagnostic -> diagnostic.message())
            .or(() -> Optional.of(outcome.message()).filter(text -> !text.isEmpty()))
            .orElse("the program ended with exit code " + outcome.exitCode());
    if (reporter.firstError().isEmpty()) {
      reporter.say(Severity.ERROR, "", message);
    }
    return Optional.of(new Failure(Failure.Kind.PROGRAM, "", message));
  }

  private static Program.Outcome outcome(Deployment deployment, Program.Running running) {
    long failedAt = 0;
    while (true) {
      try {
        return running.outcome().get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        boolean failed = deployment.failure().isPresent();
        failedAt = failed && failedAt == 0 ? System.nanoTime() : failedAt;
        if (failed
            && System.nanoTime() - failedAt > TimeUnit.SECONDS.toNanos(PROGRAM_GRACE_SECONDS)) {
          running.kill();
        }
      } catch (InterruptedException e) {
        running.kill();
        deployment.stop(CANCELLED);
        Thread.currentThread().interrupt();
        return new Program.Outcome(1, "interrupted");
      } catch (java.util.concurrent.ExecutionException e) {
        return new Program.Outcome(1, String.valueOf(e.getCause()));
      }
    }
  }

  private static SortedMap<String, Integer> summary(Reporter reporter) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    reporter.finishedSteps().stream()
        .filter(step -> step.logical() && !Deployment.isInternal(step.operation(), step.urn()))
        .forEach(step -> counts.merge(step.operation().word(), 1, Integer::sum));
    return counts;
  }

  private SortedMap<String, String> shownConfig() {
    SortedMap<String, String> shown = new TreeMap<>(settings.config);
    shown.replaceAll((key, value) -> settings.secretKeys.contains(key) ? Sentinels.HIDDEN : value);
    return shown;
  }

  /** Settings of an engine; program, providers and store must be set. */
  public static final class EngineBuilder {
    private static final int STEPS_PER_CORE = 4;

    private @Nullable Program program;
    private @Nullable ProviderSource providers;
    private @Nullable StateStore store;
    private String organization = "organization";
    private String project = "estate";
    private String stack = "dev";
    private SortedMap<String, String> config = new TreeMap<>();
    private SortedSet<String> secretKeys = new TreeSet<>();
    private int parallel = STEPS_PER_CORE * Runtime.getRuntime().availableProcessors();
    private EngineListener listener = EngineListener.SILENT;
    private Clock clock = Clock.systemUTC();
    private Supplier<String> ids = () -> UUID.randomUUID().toString();

    private EngineBuilder() {}

    public EngineBuilder program(Program value) {
      program = value;
      return this;
    }

    public EngineBuilder providers(ProviderSource value) {
      providers = value;
      return this;
    }

    public EngineBuilder store(StateStore value) {
      store = value;
      return this;
    }

    public EngineBuilder organization(String value) {
      organization = value;
      return this;
    }

    public EngineBuilder project(String value) {
      project = value;
      return this;
    }

    public EngineBuilder stack(String value) {
      stack = value;
      return this;
    }

    /** Configuration by key, such as {@code estate:environmentFile}. */
    public EngineBuilder config(Map<String, String> value) {
      config = new TreeMap<>(value);
      return this;
    }

    /** The keys of the configuration whose values are secret. */
    public EngineBuilder secretConfig(List<String> keys) {
      secretKeys = new TreeSet<>(keys);
      return this;
    }

    /** How many steps may be done at a time; four for each core by default. */
    public EngineBuilder parallel(int value) {
      if (value < 1) {
        throw new IllegalArgumentException("at least one step at a time, not " + value);
      }
      parallel = value;
      return this;
    }

    public EngineBuilder listener(EngineListener value) {
      listener = value;
      return this;
    }

    public EngineBuilder clock(Clock value) {
      clock = value;
      return this;
    }

    /** What makes the ids of provider resources; random ones by default. */
    public EngineBuilder ids(Supplier<String> value) {
      ids = value;
      return this;
    }

    public Engine build() {
      Objects.requireNonNull(program, "a program");
      Objects.requireNonNull(providers, "providers");
      Objects.requireNonNull(store, "a store");
      return new Engine(this);
    }
  }
}
