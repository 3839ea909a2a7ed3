/** Versions of models and images. */
@NullMarked
package dev.mlestate.azure.registry;

import org.jspecify.annotations.NullMarked;
