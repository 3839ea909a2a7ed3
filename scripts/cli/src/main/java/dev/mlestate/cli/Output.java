package dev.mlestate.cli;

import dev.mlestate.application.Interrupts;
import dev.mlestate.report.Document;
import dev.mlestate.report.JsonRenderer;
import dev.mlestate.report.MarkdownRenderer;
import dev.mlestate.report.Renderer;
import dev.mlestate.report.TerminalRenderer;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}.
 *
 * @param home the folder that mlestate is installed in
 * @param in what a person answers
 * @param terminal whether a person watches
 * @param interrupts end the run under way
 */
record Output(
    Path home,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    boolean terminal,
    Interrupts interrupts) {
  private static final int DEFAULT_WIDTH = 120;

  void show(Document document, Format format) {
    out.print(renderer(format).render(document));
    out.println();
    out.flush();
  }

  void note(String text) {
    err.println(text);
    err.flush();
  }

  private Renderer renderer(Format format) {
    return switch (format) {
      case PRETTY ->
          new TerminalRenderer(terminal && !environment.containsKey("NO_COLOR"), width());
      case MARKDOWN -> new MarkdownRenderer();
      case JSON -> new JsonRenderer();
    };
  }

  private int width() {
    try {
      return Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
    } catch (NumberFormatException notSaid) {
      return DEFAULT_WIDTH;
    }
  }
}
