package dev.mlestate.application;

import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.event.EngineEvent;
import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.event.EventLog;

/** Adds the event log that a person asked for to what listens to a run. */
final class EventLogs {
  private EventLogs() {}

  /**
   * The listener, after the log: what is shown has been written.
   *
   * <p>Each run begins the file anew, as the Pulumi CLI does: after an {@code up} it holds the
   * update, not the preview before it.
   */
  static EngineListener with(RunSettings settings, EngineListener listener) {
    return settings
        .eventLog()
        .map(
            file -> {
              EventLog log = EventLog.to(file, settings.clock());
              return (EngineListener) event -> tell(event, log, listener);
            })
        .orElse(listener);
  }

  private static void tell(EngineEvent event, EventLog log, EngineListener listener) {
    boolean before = log.failure().isPresent();
    log.on(event);
    if (!before && log.failure().isPresent()) {
      listener.on(
          new EngineEvent.Said(
              new Diagnostic(
                  Diagnostic.Severity.WARNING,
                  "",
                  "the event log ends here, for it cannot be written: "
                      + log.failure().orElseThrow())));
    }
    listener.on(event);
  }
}
