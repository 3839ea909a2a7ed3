/** Resource providers as the engine sees them: connected, configured, called. */
@NullMarked
package dev.mlestate.engine.provider;

import org.jspecify.annotations.NullMarked;
