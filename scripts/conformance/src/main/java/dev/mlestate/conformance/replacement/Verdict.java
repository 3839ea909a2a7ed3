package dev.mlestate.conformance.replacement;

/** What the engine decides to do about a change. */
public enum Verdict {
  /** Nothing. */
  SAME,
  /** Change the resource in place. */
  UPDATE,
  /** Make the new resource, then delete the old one. */
  REPLACE,
  /** Delete the old resource, then make the new one. */
  REPLACE_DELETE_FIRST,
  /** The provider's Check refuses the new value, so that there is nothing to decide. */
  REFUSED;

  /** Whether the resource would be another one. */
  public boolean replaces() {
    return this == REPLACE || this == REPLACE_DELETE_FIRST;
  }

  /** In words, as the tables of a report have it. */
  public String words() {
    return switch (this) {
      case SAME -> "same";
      case UPDATE -> "update";
      case REPLACE -> "replace";
      case REPLACE_DELETE_FIRST -> "replace, deletion first";
      case REFUSED -> "refused";
    };
  }
}
