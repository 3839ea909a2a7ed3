/** Tests of the model. */
@NullMarked
package dev.mlestate.model;

import org.jspecify.annotations.NullMarked;
