package dev.mlestate.engine.event;

import java.util.Locale;

/**
 * What a provider's Diff says of one property.
 *
 * @param inputDiff whether old and new inputs were compared, not the old state with the inputs
 */
public record PropertyChange(Kind kind, boolean inputDiff) {
  /** What happens to the property, and whether that replaces the resource. */
  public enum Kind {
    ADD,
    ADD_REPLACE,
    DELETE,
    DELETE_REPLACE,
    UPDATE,
    UPDATE_REPLACE;

    /** Pulumi's word, such as {@code update-replace}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean replaces() {
      return this == ADD_REPLACE || this == DELETE_REPLACE || this == UPDATE_REPLACE;
    }

    /** The change back. */
    public Kind inverse() {
      return switch (this) {
        case ADD -> DELETE;
        case ADD_REPLACE -> DELETE_REPLACE;
        case DELETE -> ADD;
        case DELETE_REPLACE -> ADD_REPLACE;
        case UPDATE -> UPDATE;
        case UPDATE_REPLACE -> UPDATE_REPLACE;
      };
    }

    /** The same change, replacing the resource. */
    public Kind replacing() {
      return switch (this) {
        case ADD, ADD_REPLACE -> ADD_REPLACE;
        case DELETE, DELETE_REPLACE -> DELETE_REPLACE;
        case UPDATE, UPDATE_REPLACE -> UPDATE_REPLACE;
      };
    }
  }
}
