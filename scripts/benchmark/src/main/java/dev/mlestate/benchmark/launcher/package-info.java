/** The processes of the benchmark. */
@NullMarked
package dev.mlestate.benchmark.launcher;

import org.jspecify.annotations.NullMarked;
