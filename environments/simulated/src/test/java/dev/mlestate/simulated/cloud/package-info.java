/** Tests of what clouds have in common. */
@NullMarked
package dev.mlestate.simulated.cloud;

import org.jspecify.annotations.NullMarked;
