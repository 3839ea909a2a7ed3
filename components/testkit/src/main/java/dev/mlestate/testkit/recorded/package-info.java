/** A recorder of what components register, with a cloud that accepts everything. */
@NullMarked
package dev.mlestate.testkit.recorded;

import org.jspecify.annotations.NullMarked;
