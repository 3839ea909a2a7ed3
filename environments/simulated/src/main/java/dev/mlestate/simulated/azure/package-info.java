/** The simulated Azure: identities, outputs, references and what Azure Resource Manager refuses. */
@NullMarked
package dev.mlestate.simulated.azure;

import org.jspecify.annotations.NullMarked;
