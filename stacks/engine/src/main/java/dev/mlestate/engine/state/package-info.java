/** The stack's state: its form, its journal and where it is kept. */
@NullMarked
package dev.mlestate.engine.state;

import org.jspecify.annotations.NullMarked;
