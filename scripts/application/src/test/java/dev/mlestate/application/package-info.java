/** Tests of the use cases. */
@NullMarked
package dev.mlestate.application;

import org.jspecify.annotations.NullMarked;
