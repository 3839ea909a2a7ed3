/** Tests of planning. */
@NullMarked
package dev.mlestate.planning;

import org.jspecify.annotations.NullMarked;
