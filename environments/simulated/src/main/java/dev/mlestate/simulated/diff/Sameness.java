package dev.mlestate.simulated.diff;

import dev.mlestate.wire.PropertyValue;

/**
 * What a provider takes for the same. Places are in the form of the tables, such as {@code
 * ingress[].fromPort}.
 */
@FunctionalInterface
public interface Sameness {
  /** Whether the order of a list does not matter. */
  boolean isSet(String place);

  /**
   * Whether an object or list that is not known yet counts as one change of itself, and not as a
   * change of everything that was within it.
   */
  default boolean unknownIsOneChange() {
    return false;
  }

  /** Whether a document in JSON that is laid out anew is another text. */
  default boolean layoutCounts() {
    return false;
  }

  /** Whether an empty list or map is as none at all. */
  default boolean emptyIsNone() {
    return true;
  }

  /**
   * Whether an element of a list that comes or goes is a change of the list alone, and not of
   * everything that is within the element.
   */
  default boolean elementIsOneChange() {
    return false;
  }

  /** Whether the provider fills the value in when it is left out. */
  default boolean fillsIn(String place) {
    return false;
  }

  /** Whether two values that differ mean the same; an absent one is null. */
  default boolean same(String place, PropertyValue before, PropertyValue after) {
    return false;
  }

  /**
   * Whether a member goes unseen when the whole object around it comes (because it says what holds
   * anyway) or goes (because the provider keeps it).
   */
  default boolean silent(String place, PropertyValue value, boolean coming) {
    return false;
  }
}
