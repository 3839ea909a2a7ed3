/** Who did what, kept where nobody can change it. */
@NullMarked
package dev.mlestate.gcp.audit;

import org.jspecify.annotations.NullMarked;
