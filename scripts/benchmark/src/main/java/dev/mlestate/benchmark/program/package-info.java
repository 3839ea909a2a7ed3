/** The Pulumi program that is measured. */
@NullMarked
package dev.mlestate.benchmark.program;

import org.jspecify.annotations.NullMarked;
