/** What a run reports while it goes on. */
@NullMarked
package dev.mlestate.engine.event;

import org.jspecify.annotations.NullMarked;
