/** Tests of the catalog. */
@NullMarked
package dev.mlestate.catalog;

import org.jspecify.annotations.NullMarked;
