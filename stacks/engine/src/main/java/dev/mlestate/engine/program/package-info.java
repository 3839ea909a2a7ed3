/** The programs that the engine runs. */
@NullMarked
package dev.mlestate.engine.program;

import org.jspecify.annotations.NullMarked;
