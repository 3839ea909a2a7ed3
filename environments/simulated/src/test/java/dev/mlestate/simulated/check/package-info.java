/** Tests of what inputs are checked for. */
@NullMarked
package dev.mlestate.simulated.check;

import org.jspecify.annotations.NullMarked;
