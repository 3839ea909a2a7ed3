/** Endpoints for predictions. */
@NullMarked
package dev.mlestate.azure.serving;

import org.jspecify.annotations.NullMarked;
