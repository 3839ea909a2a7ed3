package dev.mlestate.conformance.replacement;

import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.Locale;

/**
 * One change of a resource's inputs.
 *
 * @param path the place that is changed
 * @param before the inputs as the state has them
 * @param after the same with that one change
 */
record Change(Kind kind, PropertyPath path, Obj before, Obj after) {
  /** What happens to the place. */
  enum Kind {
    /** Another value. */
    VALUE,
    /** A value that is known only when something else has been made. */
    UNKNOWN,
    /** It is left out. */
    REMOVED,
    /** It is given where it was not. */
    ADDED,
    ELEMENT_ADDED,
    ELEMENT_REMOVED,
    ENTRY_ADDED,
    /** The elements of a list in another order. */
    REORDERED,
    /** The same JSON document, written in another way. */
    LAYOUT;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The place as tables name it, such as {@code ingress[].fromPort}. */
  String place() {
    return path.toString().replaceAll("\\[[0-9]+]", "[]");
  }
}
