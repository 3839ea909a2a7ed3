/** Tests of the simulated clouds through their provider protocol. */
@NullMarked
package dev.mlestate.simulated;

import org.jspecify.annotations.NullMarked;
