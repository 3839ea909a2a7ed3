/** Kills runs at random points and counts what was lost, orphaned or recorded twice. */
@NullMarked
package dev.mlestate.conformance.kill;

import org.jspecify.annotations.NullMarked;
