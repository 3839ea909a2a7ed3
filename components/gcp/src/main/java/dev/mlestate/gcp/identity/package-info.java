/** Who works in the project, and which service accounts do. */
@NullMarked
package dev.mlestate.gcp.identity;

import org.jspecify.annotations.NullMarked;
