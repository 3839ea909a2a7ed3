/** What a run decides: the steps that lead from the state to what the program wants. */
@NullMarked
package dev.mlestate.engine.step;

import org.jspecify.annotations.NullMarked;
