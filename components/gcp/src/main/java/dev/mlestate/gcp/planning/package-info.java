/** Decides what an estate has on GCP: pure, without a cloud call or a Pulumi type. */
@NullMarked
package dev.mlestate.gcp.planning;

import org.jspecify.annotations.NullMarked;
