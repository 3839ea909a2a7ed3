package dev.mlestate.report;

import java.util.ArrayList;
import java.util.List;

/** Spans as a terminal shows them. */
final class TerminalText {
  private final boolean colour;

  TerminalText(boolean colour) {
    this.colour = colour;
  }

  String strong(String words) {
    return paint(Ansi.BOLD, clean(words));
  }

  String faint(String words) {
    return paint(Ansi.FAINT, clean(words));
  }

  String render(Line line) {
    StringBuilder out = new StringBuilder();
    line.spans().forEach(span -> out.append(paint(span, words(span))));
    return out.toString();
  }

  /** Lines of at most so many columns, broken between words. */
  List<String> wrap(Line line, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    int used = 0;
    for (Span span : line.spans()) {
      for (String word : unbroken(span)) {
        int length = length(word.stripTrailing());
        if (used > 0 && used + length > columns) {
          lines.add(current.toString().stripTrailing());
          current.setLength(0);
          used = 0;
        }
        current.append(paint(span, word));
        used += length(word);
      }
    }
    lines.add(current.toString().stripTrailing());
    return lines;
  }

  private static List<String> unbroken(Span span) {
    String words = words(span);
    return span instanceof Span.Mark ? List.of(words) : List.of(words.split("(?<= )", -1));
  }

  static Line after(Severity severity, Line line) {
    List<Span> spans = new ArrayList<>();
    spans.add(new Span.Mark(severity));
    spans.add(Span.plain(" "));
    spans.addAll(line.spans());
    return new Line(spans);
  }

  static int width(Line line) {
    return line.spans().stream().mapToInt(span -> length(words(span))).sum();
  }

  private static int length(String words) {
    return words.codePointCount(0, words.length());
  }

  private static String words(Span span) {
    return clean(span.text());
  }

  /** Without characters that would steer the terminal: names and messages come from files. */
  static String clean(String words) {
    return words.replaceAll("\\p{Cntrl}+", " ");
  }

  private String paint(Span span, String words) {
    if (span instanceof Span.Mark mark) {
      return paint(Ansi.of(mark.severity()), words);
    }
    return switch (((Span.Words) span).emphasis()) {
      case PLAIN -> words;
      case STRONG -> paint(Ansi.BOLD, words);
      case MUTED -> paint(Ansi.FAINT, words);
      case LITERAL -> paint(Ansi.CYAN, words);
    };
  }

  private String paint(Ansi ansi, String words) {
    return colour ? ansi.around(words) : words;
  }
}
