/** A recorder of what components register. */
@NullMarked
package dev.mlestate.aws.testing;

import org.jspecify.annotations.NullMarked;
