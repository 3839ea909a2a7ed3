/** What tests of components on Google Cloud share. */
@NullMarked
package dev.mlestate.gcp.testing;

import org.jspecify.annotations.NullMarked;
