/**
 * What the clouds offer: accelerators, machine shapes, regions, fabrics and quotas, each fact with
 * its source and date.
 */
@NullMarked
package dev.mlestate.catalog;

import org.jspecify.annotations.NullMarked;
