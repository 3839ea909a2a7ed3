/** What may be spent, and who hears of it. */
@NullMarked
package dev.mlestate.gcp.budget;

import org.jspecify.annotations.NullMarked;
