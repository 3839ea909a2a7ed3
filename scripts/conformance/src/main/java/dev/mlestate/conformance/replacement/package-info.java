/** Compares what the engine would replace with the clouds' facts, property by property. */
@NullMarked
package dev.mlestate.conformance.replacement;

import org.jspecify.annotations.NullMarked;
