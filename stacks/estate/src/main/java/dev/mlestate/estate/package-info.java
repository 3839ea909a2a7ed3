/** The Pulumi program that brings up an environment. */
@NullMarked
package dev.mlestate.estate;

import org.jspecify.annotations.NullMarked;
