/** Tests of what runs inside the clusters, against a monitor that records. */
@NullMarked
package dev.mlestate.kubernetes;

import org.jspecify.annotations.NullMarked;
