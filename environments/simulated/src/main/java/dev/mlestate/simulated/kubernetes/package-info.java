/** The simulated Kubernetes clusters. */
@NullMarked
package dev.mlestate.simulated.kubernetes;

import org.jspecify.annotations.NullMarked;
