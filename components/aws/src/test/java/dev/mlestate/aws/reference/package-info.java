/** Writes docs/components from the sources, from examples and from what these register. */
@NullMarked
package dev.mlestate.aws.reference;

import org.jspecify.annotations.NullMarked;
