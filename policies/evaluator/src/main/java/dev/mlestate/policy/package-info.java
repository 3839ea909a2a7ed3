/**
 * Judges an inventory by the organisation's rules. A policy never passes on a value that is not
 * known: its verdict is undetermined, which is shown and counted but does not stop anything, and is
 * taken again once the value is known.
 */
@NullMarked
package dev.mlestate.policy;

import org.jspecify.annotations.NullMarked;
