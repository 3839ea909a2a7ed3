/** Storage accounts that are private and encrypted. */
@NullMarked
package dev.mlestate.azure.storage;

import org.jspecify.annotations.NullMarked;
