/** The data lake: buckets, their catalog, and who may use them. */
@NullMarked
package dev.mlestate.gcp.datalake;

import org.jspecify.annotations.NullMarked;
