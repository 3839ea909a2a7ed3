package dev.mlestate.policy;

/** What a rule found. */
public enum Status {
  /** The value is known and wrong, or what must be there is absent. */
  FAIL("fail"),
  /** The value, or what it is compared with, is not known. */
  UNDETERMINED("undetermined"),
  /** The value is known and right. */
  PASS("pass");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** The word for it in a rule. */
  public String word() {
    return word;
  }
}
