/** The examples of docs/components for Azure. */
@NullMarked
package dev.mlestate.azure.reference;

import org.jspecify.annotations.NullMarked;
