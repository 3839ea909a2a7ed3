/** What each cloud realises, and what it cannot, with the reason and the alternative. */
@NullMarked
package dev.mlestate.planning.capability;

import org.jspecify.annotations.NullMarked;
