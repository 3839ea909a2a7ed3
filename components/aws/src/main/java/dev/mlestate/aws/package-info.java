/** AWS: planner and components. */
@NullMarked
package dev.mlestate.aws;

import org.jspecify.annotations.NullMarked;
