/**
 * What every component shares: base class, names, tags, and the contract by which a cloud realises
 * a plan.
 */
@NullMarked
package dev.mlestate.pulumi;

import org.jspecify.annotations.NullMarked;
