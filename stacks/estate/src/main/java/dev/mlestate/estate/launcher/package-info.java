/** Where the process begins. */
@NullMarked
package dev.mlestate.estate.launcher;

import org.jspecify.annotations.NullMarked;
