/** What exists in a simulated cloud, durable and apart from any engine's state. */
@NullMarked
package dev.mlestate.simulated.record;

import org.jspecify.annotations.NullMarked;
