package dev.mlestate.engine.event;

import java.time.Duration;

/** What a run reports as it goes on. */
public sealed interface EngineEvent {
  /** A step begins. */
  record StepStarted(StepRecord step) implements EngineEvent {}

  /** A step has been done, and is in the state. */
  record StepFinished(StepRecord step, Duration duration) implements EngineEvent {}

  /** A step could not be done. */
  record StepFailed(StepRecord step, String reason, Duration duration) implements EngineEvent {}

  /** The program, a provider or the engine says something. */
  record Said(Diagnostic diagnostic) implements EngineEvent {}

  /** How far the run is: {@code done} of the {@code known} steps; more may become known. */
  record Progress(int done, int known, int failed) implements EngineEvent {}
}
