/** Pulumi programs that the engine runs within its own JVM. */
@NullMarked
package dev.mlestate.testkit.program;

import org.jspecify.annotations.NullMarked;
