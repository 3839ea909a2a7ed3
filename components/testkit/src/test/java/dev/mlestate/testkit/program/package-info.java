/** Programs within the JVM run, fail and end when they are told to. */
@NullMarked
package dev.mlestate.testkit.program;

import org.jspecify.annotations.NullMarked;
