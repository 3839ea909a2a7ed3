/** Reads the SDKs' classes at build time; nothing of it runs with the clouds. */
@NullMarked
package dev.mlestate.simulated.scan;

import org.jspecify.annotations.NullMarked;
