/** Tests of the planner. */
@NullMarked
package dev.mlestate.aws.planning;

import org.jspecify.annotations.NullMarked;
