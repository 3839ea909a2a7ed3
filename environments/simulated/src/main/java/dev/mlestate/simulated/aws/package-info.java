/** The simulated AWS: configuration, identities, outputs and references. */
@NullMarked
package dev.mlestate.simulated.aws;

import org.jspecify.annotations.NullMarked;
