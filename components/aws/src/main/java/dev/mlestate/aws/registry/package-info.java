/** Models and images, with their artifacts. */
@NullMarked
package dev.mlestate.aws.registry;

import org.jspecify.annotations.NullMarked;
