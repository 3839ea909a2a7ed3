/** Dated tables that the project carries as resources. */
@NullMarked
package dev.mlestate.simulated.table;

import org.jspecify.annotations.NullMarked;
