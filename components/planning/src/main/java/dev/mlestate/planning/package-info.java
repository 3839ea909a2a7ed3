/**
 * Pure decisions: from an environment and the catalog to a plan, or to every problem and its
 * nearest alternatives.
 */
@NullMarked
package dev.mlestate.planning;

import org.jspecify.annotations.NullMarked;
