/** Each assertion holds where it should, and says what is wrong where it does not. */
@NullMarked
package dev.mlestate.testkit.graph;

import org.jspecify.annotations.NullMarked;
