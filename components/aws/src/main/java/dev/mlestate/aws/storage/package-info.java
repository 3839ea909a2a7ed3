/** Buckets as every store of the estate has them: locked down from the start. */
@NullMarked
package dev.mlestate.aws.storage;

import org.jspecify.annotations.NullMarked;
