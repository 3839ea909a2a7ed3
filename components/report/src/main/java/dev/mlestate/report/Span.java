package dev.mlestate.report;

/** A piece of a line. */
public sealed interface Span {
  /** Its words without emphasis. */
  String text();

  /** Words. */
  record Words(Emphasis emphasis, String text) implements Span {}

  /** A severity with its symbol and its word. */
  record Mark(Severity severity) implements Span {
    @Override
    public String text() {
      return severity.symbol() + " " + severity.word();
    }
  }

  /** How words look beside others. */
  enum Emphasis {
    PLAIN,
    STRONG,
    MUTED,
    /** A name, a value or a command, to be read letter by letter. */
    LITERAL
  }

  /** Text as it is. */
  static Span plain(String text) {
    return new Words(Emphasis.PLAIN, text);
  }

  /** Text that stands out. */
  static Span strong(String text) {
    return new Words(Emphasis.STRONG, text);
  }

  /** Text that stands back. */
  static Span muted(String text) {
    return new Words(Emphasis.MUTED, text);
  }

  /** A name, a value or a command. */
  static Span literal(String text) {
    return new Words(Emphasis.LITERAL, text);
  }
}
