/** The whole estate on GCP, and the parts that realise it. */
@NullMarked
package dev.mlestate.gcp;

import org.jspecify.annotations.NullMarked;
