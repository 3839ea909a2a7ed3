package dev.mlestate.application;

import dev.mlestate.engine.Engine;
import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.report.Document;
import java.util.Optional;

/** The program, the providers and the state of one stack, ready to run. */
public interface StackRun extends AutoCloseable {
  /** An engine for one run; events also go to the log that the person asked for. */
  Engine engine(EngineListener listener);

  StateStore store();

  /** What exists in simulated clouds, or remains there; empty if none took part. */
  Optional<Document> remains();

  /** Where things are, for the end of an {@code up}. */
  Document whereabouts();

  @Override
  void close();
}
