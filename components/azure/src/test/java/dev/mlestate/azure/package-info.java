/** Tests of the estate on Azure. */
@NullMarked
package dev.mlestate.azure;

import org.jspecify.annotations.NullMarked;
