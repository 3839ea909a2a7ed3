@NullMarked
package dev.mlestate.simulated.gcp;

import org.jspecify.annotations.NullMarked;
