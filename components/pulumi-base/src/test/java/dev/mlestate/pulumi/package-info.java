/** Tests of names, tags and documents. */
@NullMarked
package dev.mlestate.pulumi;

import org.jspecify.annotations.NullMarked;
