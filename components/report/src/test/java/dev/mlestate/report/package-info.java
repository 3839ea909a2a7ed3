/** Tests of the renderers. */
@NullMarked
package dev.mlestate.report;

import org.jspecify.annotations.NullMarked;
