/** What may be spent, and who hears of it. */
@NullMarked
package dev.mlestate.aws.budget;

import org.jspecify.annotations.NullMarked;
