/** What an inventory costs a month: its charges, what they rest on and what they leave out. */
@NullMarked
package dev.mlestate.cost;

import org.jspecify.annotations.NullMarked;
