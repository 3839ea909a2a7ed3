/** Tests of the readers. */
@NullMarked
package dev.mlestate.inventory;

import org.jspecify.annotations.NullMarked;
