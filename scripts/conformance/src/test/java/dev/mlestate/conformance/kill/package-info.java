/** The harness's small run in the suite. */
@NullMarked
package dev.mlestate.conformance.kill;

import org.jspecify.annotations.NullMarked;
