/** Tests of the pages of components. */
@NullMarked
package dev.mlestate.testkit.reference;

import org.jspecify.annotations.NullMarked;
