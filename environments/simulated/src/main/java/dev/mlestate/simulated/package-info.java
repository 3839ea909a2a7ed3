/** Clouds that keep their own records, as Pulumi providers. */
@NullMarked
package dev.mlestate.simulated;

import org.jspecify.annotations.NullMarked;
