package dev.mlestate.report;

import java.util.ArrayList;
import java.util.List;

/** Spans that follow each other. */
public record Line(List<Span> spans) {
  public Line {
    spans = List.copyOf(spans);
  }

  /** A line of plain text. */
  public static Line of(String text) {
    return new Line(text.isEmpty() ? List.of() : List.of(Span.plain(text)));
  }

  /** A line of spans. */
  public static Line of(Span... spans) {
    return new Line(List.of(spans));
  }

  /** This line and then more plain text. */
  public Line then(String text) {
    return then(Span.plain(text));
  }

  /** This line and then another span. */
  public Line then(Span span) {
    List<Span> more = new ArrayList<>(spans);
    more.add(span);
    return new Line(more);
  }
}
