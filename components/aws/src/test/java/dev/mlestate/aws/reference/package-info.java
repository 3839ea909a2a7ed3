/** The examples of docs/components for AWS and for what runs inside clusters. */
@NullMarked
package dev.mlestate.aws.reference;

import org.jspecify.annotations.NullMarked;
