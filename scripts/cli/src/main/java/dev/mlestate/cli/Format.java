package dev.mlestate.cli;

/** What a result is written as. */
enum Format {
  PRETTY,
  MARKDOWN,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
