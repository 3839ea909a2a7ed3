package dev.mlestate.engine.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An operation that had begun and of whose end the state knows nothing. */
public record PendingOperation(Kind kind, ResourceState resource) {
  /** What was being done. */
  public enum Kind {
    CREATING,
    UPDATING,
    DELETING,
    READING;

    /** The state's word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word; empty if there is no such kind. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }
}
