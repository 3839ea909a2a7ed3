/** Endpoints for predictions. */
@NullMarked
package dev.mlestate.aws.serving;

import org.jspecify.annotations.NullMarked;
