/** The subscription, its providers and its resource groups. */
@NullMarked
package dev.mlestate.azure.subscription;

import org.jspecify.annotations.NullMarked;
