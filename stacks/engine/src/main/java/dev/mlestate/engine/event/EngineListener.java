package dev.mlestate.engine.event;

/** Is told what a run does. Calls come one after the other, from several threads. */
@FunctionalInterface
public interface EngineListener {
  /** Hears nothing. */
  EngineListener SILENT = event -> {};

  void on(EngineEvent event);
}
