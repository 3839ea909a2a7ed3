/** What an inventory costs a month. */
@NullMarked
package dev.mlestate.cost;

import org.jspecify.annotations.NullMarked;
