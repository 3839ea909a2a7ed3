/** Tests of the estimates. */
@NullMarked
package dev.mlestate.cost;

import org.jspecify.annotations.NullMarked;
