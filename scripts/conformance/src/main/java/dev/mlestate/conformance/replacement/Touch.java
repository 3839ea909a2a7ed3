package dev.mlestate.conformance.replacement;

import dev.mlestate.wire.PropertyValue;

/**
 * A place that differs between two sets of inputs, as a table of facts sees it.
 *
 * @param place in the form of the tables, such as {@code ingress[].fromPort}
 * @param before the value; null of the wire where there was none
 */
record Touch(String place, Manner manner, PropertyValue before, PropertyValue after) {
  /** How it differs. */
  enum Manner {
    VALUE,
    COMES,
    GOES,
    /** A list of objects is longer. */
    MORE,
    /** A list of objects is shorter. */
    FEWER,
    /** It lies within an object that comes whole. */
    COMES_WITHIN,
    /** It lies within an object that goes whole. */
    GOES_WITHIN,
    /** It lies within an element of a list that comes. */
    COMES_IN_ELEMENT,
    /** It lies within an element of a list that goes. */
    GOES_IN_ELEMENT
  }

  /** Whether an object or an element comes or goes, rather than a value within it changes. */
  boolean counts() {
    return manner == Manner.COMES
        || manner == Manner.GOES
        || manner == Manner.MORE
        || manner == Manner.FEWER;
  }
}
