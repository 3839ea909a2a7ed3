/** The private network and the networks between accelerators. */
@NullMarked
package dev.mlestate.gcp.network;

import org.jspecify.annotations.NullMarked;
