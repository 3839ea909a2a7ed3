/** The private network. */
@NullMarked
package dev.mlestate.aws.network;

import org.jspecify.annotations.NullMarked;
