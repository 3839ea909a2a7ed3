/** Tests of components on Google Cloud. */
@NullMarked
package dev.mlestate.gcp;

import org.jspecify.annotations.NullMarked;
