/** A preview as Pulumi's own document. */
@NullMarked
package dev.mlestate.engine.preview;

import org.jspecify.annotations.NullMarked;
