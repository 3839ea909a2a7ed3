/** The figures are computed, judged, drawn and written as they should be. */
@NullMarked
package dev.mlestate.benchmark;

import org.jspecify.annotations.NullMarked;
