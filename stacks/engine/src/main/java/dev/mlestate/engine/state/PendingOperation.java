package dev.mlestate.engine.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An operation that had begun and of whose end the state knows nothing.
 *
 * @param resource as the operation was to leave it; of a deletion, what was to be deleted
 * @param token under which the provider was asked to create it; empty for other operations, and for
 *     what another engine began
 */
public record PendingOperation(Kind kind, ResourceState resource, String token) {
  /** What was being done. */
  public enum Kind {
    CREATING,
    UPDATING,
    DELETING,
    READING,
    /** Created, as somebody found out: to be read by its id. */
    IMPORTING;

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
