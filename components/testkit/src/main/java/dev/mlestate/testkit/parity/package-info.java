/** What every cloud must keep: a contract for each capability, run against every cloud. */
@NullMarked
package dev.mlestate.testkit.parity;

import org.jspecify.annotations.NullMarked;
