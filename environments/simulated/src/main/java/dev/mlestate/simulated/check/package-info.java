/** What a cloud accepts: declared properties, their types, values and names. */
@NullMarked
package dev.mlestate.simulated.check;

import org.jspecify.annotations.NullMarked;
