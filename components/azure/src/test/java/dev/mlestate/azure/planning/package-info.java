/** Tests of planning on Azure. */
@NullMarked
package dev.mlestate.azure.planning;

import org.jspecify.annotations.NullMarked;
