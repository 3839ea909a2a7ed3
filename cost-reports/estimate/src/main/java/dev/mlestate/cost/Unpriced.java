package dev.mlestate.cost;

/**
 * What an estimate leaves out, so that its total is a lower bound.
 *
 * @param item what it is
 * @param resource URN, or the name of what it is charged for
 * @param reason why, as a sentence without a full stop
 */
public record Unpriced(Cause cause, String item, String resource, String reason) {
  /** Why something is left out. */
  public enum Cause {
    NO_PRICE("no price"),
    UNKNOWN_QUANTITY("unknown quantity"),
    NO_RULE("not estimated");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    /** It for people. */
    public String words() {
      return words;
    }
  }
}
