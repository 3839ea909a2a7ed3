/** The whole estate on Azure, and the parts that realise it. */
@NullMarked
package dev.mlestate.azure;

import org.jspecify.annotations.NullMarked;
