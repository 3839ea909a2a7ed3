package dev.mlestate.engine.event;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run reports as it goes on. */
public sealed interface EngineEvent {
  /**
   * A run begins; the first event.
   *
   * @param preview whether nothing is changed
   * @param refresh whether it only reads what is really there
   * @param config the stack's configuration, secrets hidden
   */
  record Began(boolean preview, boolean refresh, SortedMap<String, String> config)
      implements EngineEvent {
    public Began {
      config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    }
  }

  /** A step begins. */
  record StepStarted(StepRecord step) implements EngineEvent {}

  /** A step has been done, and is in the state. */
  record StepFinished(StepRecord step, Duration duration) implements EngineEvent {}

  /** A step could not be done. */
  record StepFailed(StepRecord step, String reason, Duration duration) implements EngineEvent {}

  /** A component has said what its outputs are; its step was finished before. */
  record OutputsRegistered(StepRecord step) implements EngineEvent {}

  /** The program, a provider or the engine says something. */
  record Said(Diagnostic diagnostic) implements EngineEvent {}

  /** How far the run is: {@code done} of the {@code known} steps; more may become known. */
  record Progress(int done, int known, int failed) implements EngineEvent {}

  /**
   * A run has ended; the last event.
   *
   * @param changes how many resources per operation's word
   * @param failure empty: all is well
   */
  record Ended(
      boolean preview,
      SortedMap<String, Integer> changes,
      Duration duration,
      Optional<Failure> failure)
      implements EngineEvent {
    public Ended {
      changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }
  }
}
