/** Versions of models, and images. */
@NullMarked
package dev.mlestate.gcp.registry;

import org.jspecify.annotations.NullMarked;
