/** AKS clusters and their node pools. */
@NullMarked
package dev.mlestate.azure.cluster;

import org.jspecify.annotations.NullMarked;
