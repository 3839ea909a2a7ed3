/** What may be spent, and who hears of it. */
@NullMarked
package dev.mlestate.azure.budget;

import org.jspecify.annotations.NullMarked;
