/** Decides what an estate has on Azure: pure, without a cloud call or a Pulumi type. */
@NullMarked
package dev.mlestate.azure.planning;

import org.jspecify.annotations.NullMarked;
