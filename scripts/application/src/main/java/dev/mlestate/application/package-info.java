/** The use cases, without a terminal. */
@NullMarked
package dev.mlestate.application;

import org.jspecify.annotations.NullMarked;
