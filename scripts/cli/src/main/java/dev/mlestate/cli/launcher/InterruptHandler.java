package dev.mlestate.cli.launcher;

import dev.mlestate.application.Interrupts;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What Ctrl-C does: the first one lets the steps in flight be finished and saved, the second one
 * stops at once, which the journal survives. SIGTERM counts as one of them.
 */
final class InterruptHandler {
  /** Pulumi's code for a run that was cancelled. */
  private static final int CANCELLED = 8;

  private final Interrupts interrupts;
  private final PrintWriter err;
  private final AtomicInteger count = new AtomicInteger();

  InterruptHandler(Interrupts interrupts, PrintWriter err) {
    this.interrupts = interrupts;
    this.err = err;
  }

  void install() {
    Signals.handle("INT", this::interrupted);
    Signals.handle("TERM", this::interrupted);
  }

  private void interrupted() {
    if (count.incrementAndGet() == 1 && interrupts.interrupt()) {
      err.println();
      err.println(
          "interrupted: what is in flight is finished and saved; Ctrl-C again stops at once");
      return;
    }
    err.println("stopped; what was in flight is looked up by the next up");
    err.flush();
    // The program of a stack does not hear the terminal's signal.
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(CANCELLED);
  }
}
