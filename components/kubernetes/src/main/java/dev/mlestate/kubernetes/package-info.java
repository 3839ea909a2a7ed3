/** What runs inside the clusters. */
@NullMarked
package dev.mlestate.kubernetes;

import org.jspecify.annotations.NullMarked;
