/** Where logs stay for as long as an environment wants them. */
@NullMarked
package dev.mlestate.gcp.logging;

import org.jspecify.annotations.NullMarked;
