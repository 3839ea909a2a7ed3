/** The roles that people take. */
@NullMarked
package dev.mlestate.aws.identity;

import org.jspecify.annotations.NullMarked;
