/**
 * Small Pulumi programs, each about one meaning of the engine's, and what Pulumi does with them.
 */
@NullMarked
package dev.mlestate.conformance.differential;

import org.jspecify.annotations.NullMarked;
