/** The part of Pulumi's provider protocol that the simulated clouds share. */
@NullMarked
package dev.mlestate.simulated.provider;

import org.jspecify.annotations.NullMarked;
