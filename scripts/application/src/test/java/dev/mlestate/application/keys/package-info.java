/** Walks the vocabulary of environment files and finds the keys that do nothing. */
@NullMarked
package dev.mlestate.application.keys;

import org.jspecify.annotations.NullMarked;
