/** The README shows what is compiled and run. */
@NullMarked
package dev.mlestate.testkit.readme;

import org.jspecify.annotations.NullMarked;
