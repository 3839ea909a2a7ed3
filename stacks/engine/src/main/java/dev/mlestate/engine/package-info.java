/**
 * The embedded engine: runs a Pulumi program, computes steps against the state, calls providers.
 */
@NullMarked
package dev.mlestate.engine;

import org.jspecify.annotations.NullMarked;
