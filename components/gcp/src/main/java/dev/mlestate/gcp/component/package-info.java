/** What every component on GCP shares. */
@NullMarked
package dev.mlestate.gcp.component;

import org.jspecify.annotations.NullMarked;
