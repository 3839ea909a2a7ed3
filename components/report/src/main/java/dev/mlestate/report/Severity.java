package dev.mlestate.report;

/** How good or bad something is: never by colour alone, always with a word and a symbol. */
public enum Severity {
  CRITICAL("critical", "✖", Tone.BAD),
  HIGH("high", "✖", Tone.BAD),
  MEDIUM("medium", "▲", Tone.CAUTION),
  LOW("low", "●", Tone.CAUTION),
  INFO("info", "ℹ", Tone.NEUTRAL),
  UNKNOWN("unknown", "?", Tone.CAUTION),
  PASS("pass", "✔", Tone.GOOD);

  /** What a colour says. */
  enum Tone {
    GOOD,
    CAUTION,
    BAD,
    NEUTRAL
  }

  private final String word;
  private final String symbol;
  private final Tone tone;

  Severity(String word, String symbol, Tone tone) {
    this.word = word;
    this.symbol = symbol;
    this.tone = tone;
  }

  /** Its word, in lower case. */
  public String word() {
    return word;
  }

  /** Its symbol, one character wide. */
  public String symbol() {
    return symbol;
  }

  Tone tone() {
    return tone;
  }
}
