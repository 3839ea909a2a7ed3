/** Tests of the replacement run, and the run itself over the dev environments. */
@NullMarked
package dev.mlestate.conformance.replacement;

import org.jspecify.annotations.NullMarked;
