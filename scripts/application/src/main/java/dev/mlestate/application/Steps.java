package dev.mlestate.application;

import dev.mlestate.application.RunListener.StepLine;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.event.EngineEvent;
import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.StepRecord;
import java.time.Duration;
import java.util.List;

/** Translates what the engine says into what a listener of a run hears. */
final class Steps {
  private Steps() {}

  /** Counts the resources that a preview comes across. */
  static EngineListener counting(RunListener listener) {
    return event -> {
      if (event instanceof EngineEvent.Progress progress) {
        listener.counted(progress.done());
      } else if (event instanceof EngineEvent.Said said) {
        say(listener, said.diagnostic());
      }
    };
  }

  /** Tells of each step that changes something. */
  static EngineListener telling(RunListener listener, int total) {
    return new Telling(listener, total);
  }

  /** How many steps of a preview change something. */
  static int changes(UpdateResult preview) {
    return changes(preview.steps());
  }

  static int changes(List<StepRecord> steps) {
    return (int) steps.stream().filter(Steps::changes).count();
  }

  static boolean changes(StepRecord step) {
    return step.result() != Operation.SAME && step.operation() != Operation.REPLACE;
  }

  private static void say(RunListener listener, Diagnostic diagnostic) {
    listener.said(
        switch (diagnostic.severity()) {
          case INFO -> diagnostic.message();
          case WARNING -> "warning: " + diagnostic.message();
          case ERROR -> "error: " + diagnostic.message();
        });
  }

  /** Pulumi's symbol of an operation (pkg/display, read 2026-08). */
  static String symbol(Operation operation) {
    return switch (operation) {
      case SAME -> " ";
      case CREATE -> "+";
      case UPDATE -> "~";
      case DELETE -> "-";
      case REPLACE -> "+-";
      case CREATE_REPLACEMENT -> "++";
      case DELETE_REPLACED -> "--";
      case READ -> ">";
      case READ_REPLACEMENT -> ">>";
      case DISCARD -> "<";
      case DISCARD_REPLACED -> "<<";
      case REMOVE_PENDING_REPLACE, REFRESH -> "~";
      case IMPORT -> "=";
      case IMPORT_REPLACEMENT -> "=>";
    };
  }

  static String type(StepRecord step) {
    String qualified = step.urn().split("::", 4)[2];
    return qualified.substring(qualified.lastIndexOf('$') + 1);
  }

  static String name(StepRecord step) {
    return step.urn().split("::", 4)[3];
  }

  private static final class Telling implements EngineListener {
    private final RunListener listener;
    private final int total;
    private int done;

    Telling(RunListener listener, int total) {
      this.listener = listener;
      this.total = total;
    }

    @Override
    public void on(EngineEvent event) {
      if (event instanceof EngineEvent.StepFinished finished && changes(finished.step())) {
        done++;
        listener.finished(line(finished.step(), finished.duration()));
      } else if (event instanceof EngineEvent.StepFailed failed) {
        listener.failed(line(failed.step(), failed.duration()), failed.reason());
      } else if (event instanceof EngineEvent.Said said) {
        say(listener, said.diagnostic());
      }
    }

    private StepLine line(StepRecord step, Duration duration) {
      return new StepLine(
          symbol(step.operation()),
          step.operation().word(),
          type(step),
          name(step),
          duration,
          done,
          Math.max(done, total));
    }
  }
}
