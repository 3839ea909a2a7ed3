/** Starts a simulated cloud as a provider process of its own. */
@NullMarked
package dev.mlestate.simulated.launcher;

import org.jspecify.annotations.NullMarked;
