/**
 * Compares what the engine would replace with the clouds' facts, property by property: each
 * resource of an estate that runs on the simulated clouds is changed in one place after the other,
 * the engine says what it would do, and the facts, read here and by nobody else's code, say what
 * the cloud would do.
 */
@NullMarked
package dev.mlestate.conformance.replacement;

import org.jspecify.annotations.NullMarked;
