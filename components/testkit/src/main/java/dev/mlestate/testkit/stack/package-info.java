/** Stacks that live as long as a test: their settings, their clouds and the runs of programs. */
@NullMarked
package dev.mlestate.testkit.stack;

import org.jspecify.annotations.NullMarked;
