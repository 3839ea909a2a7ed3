/** Tests of the state's files. */
@NullMarked
package dev.mlestate.engine.state;

import org.jspecify.annotations.NullMarked;
