/** The provider of the differential suite, served alike to the embedded engine and to the CLI. */
@NullMarked
package dev.mlestate.conformance.differential.provider;

import org.jspecify.annotations.NullMarked;
