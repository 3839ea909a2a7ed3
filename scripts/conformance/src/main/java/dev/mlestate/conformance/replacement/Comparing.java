package dev.mlestate.conformance.replacement;

import dev.mlestate.wire.PropertyValue;

/** What a provider takes for the same, by its facts. */
interface Comparing {
  /** Whether the order of a list's elements does not matter. */
  boolean isSet(String place);

  /** Whether the provider keeps the value when it is left out. */
  boolean keeps(String place);

  /** Whether an empty list or map is as none. */
  boolean emptyIsNone();

  /** Whether two values that differ mean the same; an absent one is null. */
  boolean same(String place, PropertyValue before, PropertyValue after);
}
