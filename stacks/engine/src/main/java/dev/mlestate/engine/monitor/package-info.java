/** The servers that a program talks to while it runs. */
@NullMarked
package dev.mlestate.engine.monitor;

import org.jspecify.annotations.NullMarked;
