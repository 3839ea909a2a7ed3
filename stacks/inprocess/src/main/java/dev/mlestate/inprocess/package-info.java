/** Pulumi programs that the engine runs within its own JVM. */
@NullMarked
package dev.mlestate.inprocess;

import org.jspecify.annotations.NullMarked;
