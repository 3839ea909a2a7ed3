/** Tests of the program. */
@NullMarked
package dev.mlestate.estate;

import org.jspecify.annotations.NullMarked;
