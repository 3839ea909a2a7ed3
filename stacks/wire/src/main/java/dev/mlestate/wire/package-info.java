/** Pulumi's property values as sealed data, and their codec over Pulumi's own protobuf stubs. */
@NullMarked
package dev.mlestate.wire;

import org.jspecify.annotations.NullMarked;
