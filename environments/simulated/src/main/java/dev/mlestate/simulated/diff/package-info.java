/** What a change of inputs does: nothing, an update in place or a replacement. */
@NullMarked
package dev.mlestate.simulated.diff;

import org.jspecify.annotations.NullMarked;
