/** GKE clusters and their node pools. */
@NullMarked
package dev.mlestate.gcp.cluster;

import org.jspecify.annotations.NullMarked;
