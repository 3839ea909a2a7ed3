package dev.mlestate.policy;

/** How much it matters that a control fails, worst first. */
public enum Severity {
  CRITICAL("critical"),
  HIGH("high"),
  MEDIUM("medium"),
  LOW("low");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word for it in a rule's metadata. */
  public String word() {
    return word;
  }

  /** Whether a failure stops an {@code up} whatever packs are demanded. */
  public boolean alwaysMandatory() {
    return this == CRITICAL || this == HIGH;
  }
}
