@NullMarked
package dev.mlestate.simulated.aws;

import org.jspecify.annotations.NullMarked;
