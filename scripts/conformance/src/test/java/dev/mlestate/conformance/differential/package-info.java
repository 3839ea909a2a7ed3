/** Tests of the differential suite. */
@NullMarked
package dev.mlestate.conformance.differential;

import org.jspecify.annotations.NullMarked;
