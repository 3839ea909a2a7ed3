/** Tests of what goes wrong on request. */
@NullMarked
package dev.mlestate.simulated.fault;

import org.jspecify.annotations.NullMarked;
