/** Where logs and metrics are kept. */
@NullMarked
package dev.mlestate.azure.monitoring;

import org.jspecify.annotations.NullMarked;
