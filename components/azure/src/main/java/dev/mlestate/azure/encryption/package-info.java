/** Keys at rest, one for each domain, and who may use them. */
@NullMarked
package dev.mlestate.azure.encryption;

import org.jspecify.annotations.NullMarked;
