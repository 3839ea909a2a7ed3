/** The examples of docs/components for Google Cloud. */
@NullMarked
package dev.mlestate.gcp.reference;

import org.jspecify.annotations.NullMarked;
