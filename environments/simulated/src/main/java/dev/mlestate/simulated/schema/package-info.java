/** What the SDKs' classes declare of each resource type, written down by the build. */
@NullMarked
package dev.mlestate.simulated.schema;

import org.jspecify.annotations.NullMarked;
