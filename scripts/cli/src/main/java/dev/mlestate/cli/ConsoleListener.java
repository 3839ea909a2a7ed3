package dev.mlestate.cli;

import dev.mlestate.application.RunListener;
import dev.mlestate.report.Document;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Writes a run as it goes on: results to stdout, phases and messages to stderr. */
final class ConsoleListener implements RunListener {
  private final Output output;
  private final Format format;
  private int counted;

  ConsoleListener(Output output, Format format) {
    this.output = output;
    this.format = format;
  }

  @Override
  public void phase(String text) {
    endCount();
    output.note(text + " …");
  }

  @Override
  public void show(Document document) {
    endCount();
    if (format != Format.JSON) {
      output.show(document, format);
    }
  }

  @Override
  public void counted(int resources) {
    if (output.terminal()) {
      counted = resources;
      output.err().print("\r  " + resources + " resources");
      output.err().flush();
    }
  }

  @Override
  public void finished(StepLine step) {
    endCount();
    line(step, "");
  }

  @Override
  public void failed(StepLine step, String reason) {
    endCount();
    line(step, "  FAILED: " + reason);
  }

  @Override
  public void said(String message) {
    endCount();
    output.note(message);
  }

  private void line(StepLine step, String ending) {
    PrintWriter target = format == Format.JSON ? output.err() : output.out();
    target.printf(
        Locale.ROOT,
        "%-9s %-2s %-17s %s %s%s%s%n",
        "[" + step.done() + "/" + step.total() + "]",
        step.symbol(),
        step.operation(),
        step.type(),
        step.name(),
        seconds(step.duration()),
        ending);
    target.flush();
  }

  /** Nothing for what took no time worth a word. */
  private static String seconds(Duration duration) {
    return duration.compareTo(Duration.ofMillis(100)) < 0
        ? ""
        : String.format(Locale.ROOT, " (%.1f s)", duration.toMillis() / 1000.0);
  }

  private void endCount() {
    if (counted > 0) {
      output.err().println();
      counted = 0;
    }
  }
}
