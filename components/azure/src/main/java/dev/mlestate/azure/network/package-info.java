/** The private network and the private endpoints in it. */
@NullMarked
package dev.mlestate.azure.network;

import org.jspecify.annotations.NullMarked;
