/** The suite's programs, each about one meaning. */
@NullMarked
package dev.mlestate.conformance.differential.scenario;

import org.jspecify.annotations.NullMarked;
