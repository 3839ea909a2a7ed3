/** Tests of the estate and its components, against a monitor that records. */
@NullMarked
package dev.mlestate.aws;

import org.jspecify.annotations.NullMarked;
