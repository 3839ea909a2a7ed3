package dev.mlestate.engine.event;

import dev.mlestate.engine.event.Diagnostic.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the steps and messages of a run and tells the listener of each, one after the other. */
public final class Reporter {
  private final EngineListener listener;
  private final Clock clock;
  private final List<StepRecord> steps = new ArrayList<>();
  private final List<Boolean> succeeded = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int known;
  private int done;
  private int failed;

  public Reporter(EngineListener listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * A step under way.
   *
   * @param index its place among the steps
   */
  public record Running(int index, StepRecord step, Instant start) {}

  /** Tells that the run begins. */
  public synchronized void began(EngineEvent.Began beginning) {
    listener.on(beginning);
  }

  /** Tells that the run has ended. */
  public synchronized void ended(EngineEvent.Ended end) {
    listener.on(end);
  }

  public synchronized Running started(StepRecord step) {
    known++;
    steps.add(step);
    succeeded.add(false);
    listener.on(new EngineEvent.StepStarted(step));
    return new Running(steps.size() - 1, step, clock.instant());
  }

  public synchronized void finished(Running running, StepRecord outcome) {
    done++;
    steps.set(running.index(), outcome);
    succeeded.set(running.index(), true);
    listener.on(new EngineEvent.StepFinished(outcome, since(running)));
    progress();
  }

  public synchronized void failed(Running running, String reason) {
    failed++;
    listener.on(new EngineEvent.StepFailed(running.step(), reason, since(running)));
    progress();
  }

  /** Replaces what a finished step led to: a component's outputs come after it. */
  public synchronized void amend(Running running, StepRecord outcome) {
    steps.set(running.index(), outcome);
    listener.on(new EngineEvent.OutputsRegistered(outcome));
  }

  public synchronized void say(Severity severity, String urn, String message) {
    Diagnostic diagnostic = new Diagnostic(severity, urn, message);
    diagnostics.add(diagnostic);
    listener.on(new EngineEvent.Said(diagnostic));
  }

  private Duration since(Running running) {
    return Duration.between(running.start(), clock.instant());
  }

  private void progress() {
    listener.on(new EngineEvent.Progress(done, known, failed));
  }

  /** Every step in the order of their beginnings. */
  public synchronized List<StepRecord> steps() {
    return List.copyOf(steps);
  }

  /** The steps that were done. */
  public synchronized List<StepRecord> finishedSteps() {
    List<StepRecord> finished = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (succeeded.get(i)) {
        finished.add(steps.get(i));
      }
    }
    return finished;
  }

  public synchronized List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /** The first error that was said; empty if none was. */
  public synchronized Optional<Diagnostic> firstError() {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .findFirst();
  }
}
