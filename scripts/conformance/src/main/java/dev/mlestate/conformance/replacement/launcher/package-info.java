/** Where the process begins. */
@NullMarked
package dev.mlestate.conformance.replacement.launcher;

import org.jspecify.annotations.NullMarked;
