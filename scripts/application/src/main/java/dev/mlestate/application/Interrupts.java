package dev.mlestate.application;

import dev.mlestate.engine.Engine;
import org.jspecify.annotations.Nullable;

/** Passes an interrupt on to the engine that is at work. */
public final class Interrupts {
  private @Nullable Engine current;
  private boolean interrupted;

  /** The engine that is interrupted from now on. */
  synchronized Engine watch(Engine engine) {
    current = engine;
    if (interrupted) {
      engine.cancel();
    }
    return engine;
  }

  /**
   * Ends the run under way: steps in flight are finished and saved, no other begins.
   *
   * @return whether there is a run that now comes to its end
   */
  public synchronized boolean interrupt() {
    interrupted = true;
    return current != null && current.cancel();
  }
}
