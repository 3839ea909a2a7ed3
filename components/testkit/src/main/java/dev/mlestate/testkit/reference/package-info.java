/** Writes docs/components from the sources, from examples and from what these register. */
@NullMarked
package dev.mlestate.testkit.reference;

import org.jspecify.annotations.NullMarked;
