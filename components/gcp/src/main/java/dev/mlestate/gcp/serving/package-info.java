/** Endpoints for predictions. */
@NullMarked
package dev.mlestate.gcp.serving;

import org.jspecify.annotations.NullMarked;
