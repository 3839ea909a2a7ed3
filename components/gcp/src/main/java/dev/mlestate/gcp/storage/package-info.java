/** Buckets that are private, encrypted and versioned. */
@NullMarked
package dev.mlestate.gcp.storage;

import org.jspecify.annotations.NullMarked;
