/** Measures mlestate as a person runs it: whole processes, side by side with what they replace. */
@NullMarked
package dev.mlestate.benchmark;

import org.jspecify.annotations.NullMarked;
