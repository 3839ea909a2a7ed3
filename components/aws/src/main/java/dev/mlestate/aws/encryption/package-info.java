/** Keys at rest, one for each domain. */
@NullMarked
package dev.mlestate.aws.encryption;

import org.jspecify.annotations.NullMarked;
