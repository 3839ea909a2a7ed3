/** Keys at rest, one for each domain. */
@NullMarked
package dev.mlestate.gcp.encryption;

import org.jspecify.annotations.NullMarked;
