@NullMarked
package dev.mlestate.simulated.azure;

import org.jspecify.annotations.NullMarked;
