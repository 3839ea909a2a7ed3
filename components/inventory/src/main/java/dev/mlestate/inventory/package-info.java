/**
 * A neutral snapshot of resources, whatever it was read from; knows what is unknown and what is
 * secret.
 */
@NullMarked
package dev.mlestate.inventory;

import org.jspecify.annotations.NullMarked;
