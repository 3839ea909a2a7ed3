package dev.mlestate.report;

/** The escape sequences of a terminal (ECMA-48, Select Graphic Rendition). */
enum Ansi {
  BOLD("1"),
  // Bright black is too pale on white, so what stands back is not coloured but faint.
  FAINT("2"),
  CYAN("36"),
  GREEN("32"),
  YELLOW("33"),
  RED("1;31"),
  BLUE("34");

  private final String code;

  Ansi(String code) {
    this.code = code;
  }

  String around(String text) {
    return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  static Ansi of(Severity severity) {
    return switch (severity.tone()) {
      case GOOD -> GREEN;
      case CAUTION -> YELLOW;
      case BAD -> RED;
      case NEUTRAL -> BLUE;
    };
  }
}
