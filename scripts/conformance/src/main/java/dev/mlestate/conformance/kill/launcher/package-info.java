/** Where the processes begin. */
@NullMarked
package dev.mlestate.conformance.kill.launcher;

import org.jspecify.annotations.NullMarked;
