/** The trail of who did what, where nobody can change it. */
@NullMarked
package dev.mlestate.azure.audit;

import org.jspecify.annotations.NullMarked;
