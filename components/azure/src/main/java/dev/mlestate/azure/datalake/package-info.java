/** The data lake: its zones, their catalogue, and who may use them. */
@NullMarked
package dev.mlestate.azure.datalake;

import org.jspecify.annotations.NullMarked;
