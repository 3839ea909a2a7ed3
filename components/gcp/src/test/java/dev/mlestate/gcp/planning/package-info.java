/** Tests of planning on Google Cloud. */
@NullMarked
package dev.mlestate.gcp.planning;

import org.jspecify.annotations.NullMarked;
