/** EKS clusters and their node pools. */
@NullMarked
package dev.mlestate.aws.cluster;

import org.jspecify.annotations.NullMarked;
