/** Tests of the price catalogue. */
@NullMarked
package dev.mlestate.cost.prices;

import org.jspecify.annotations.NullMarked;
