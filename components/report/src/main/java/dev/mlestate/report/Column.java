package dev.mlestate.report;

/** A column of a table or tree. */
public record Column(String title, Alignment alignment) {
  /** Where the text of a cell stands. */
  public enum Alignment {
    LEFT,
    RIGHT
  }

  /** A column of words. */
  public static Column left(String title) {
    return new Column(title, Alignment.LEFT);
  }

  /** A column of numbers. */
  public static Column right(String title) {
    return new Column(title, Alignment.RIGHT);
  }
}
